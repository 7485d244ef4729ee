"""What can be asked for on the rules page that a window of its own answers."""

from enum import StrEnum


class Asked(StrEnum):
    """What is asked for."""

    NEW_RULES = "new_rules"
    RULE_SETTINGS = "rule_settings"
    NEW_VERSION = "new_version"
    VERSION_SETTINGS = "version_settings"
    DRAFT = "draft"
    ADOPT = "adopt"
    AUTHENTIC = "authentic"
    COMPARE = "compare"
    LINK_DECISION = "link_decision"
