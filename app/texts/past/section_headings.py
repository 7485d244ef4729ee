"""The headings of the sections of minutes that are lists, or end what stands above them."""

import re

ACTIONS = re.compile(
    r"^\W*(?:[\dIVX]+[.)]\s*)?(?:action\s+items?|action\s+points?|actions?\s+to\s+be\s+taken"
    r"|follow[- ]up\s+actions?|list\s+of\s+actions?|후속\s?조치(?:\s?사항)?|조치\s?사항|실행\s?과제"
    r"|実施事項|今後の対応|アクション(?:アイテム|リスト)|宿題事項|авах\s+арга\s+хэмжээ|хийх\s+ажил)\W*$",
    re.IGNORECASE,
)
PARTICIPANTS = re.compile(
    r"^\W*(?:annex\s+\w+\W+)?(?:list\s+of\s+)?(?:participants|delegates|attendance|delegations?"
    r"|참석자(?:\s?명단)?|참가자(?:\s?명단)?|参加者(?:名簿|一覧|リスト)?|出席者(?:名簿|一覧)?"
    r"|оролцогчид|оролцогчдын\s+(?:жагсаалт|нэрс))\W*$",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"^\W*(?:[\dIVX]+[.)]\s*)?(?:next\s+meeting|date\s+and\s+place\s+of\s+the\s+next\s+meeting|closing"
    r"(?:\s+of\s+the\s+meeting)?|any\s+other\s+business|other\s+matters|차기\s?회의|기타\s?사항|폐회"
    r"|次回会合|その他|閉会|дараагийн\s+хуралдаан|бусад\s+асуудал)\W*$",
    re.IGNORECASE,
)


def ends_a_decision(text: str) -> bool:
    """Say whether a line is the heading of another section, so that a decision ends above it."""
    return any(heading.match(text) for heading in (ACTIONS, PARTICIPANTS, _FURTHER))
