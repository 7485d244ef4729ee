"""Reads a folder of old papers and stores what is ticked, and finds its way in the proposals."""

from dataclasses import replace

from app.services.past import reading, storing


class Past:
    """Reads a folder and stores what is ticked, as the window does."""

    def __init__(self, workspace, body_id, folder):
        self.workspace, self.body_id, self.folder = workspace, body_id, folder

    def read(self):
        going = reading.begin(self.workspace, folder=self.folder, body_id=self.body_id)
        while going.done < going.total:
            going.read_next()
        self.found = going.propose()
        return self.found

    def group(self, ordinal):
        return next(each for each in self.found.groups if each.ordinal == ordinal)

    def store(self, group):
        return storing.store(
            self.workspace, body_id=self.body_id, group=group, papers=self.found.papers
        )

    def store_all(self):
        return [self.store(group) for group in self.found.groups if group.is_wanted]


def only(group, kind, field=""):
    """Return the one proposal of a kind."""
    (found,) = [each for each in group.proposals if each.kind.value == kind and each.field == field]
    return found


def with_use(group, proposal, use):
    """Return a group in which one proposal is used otherwise."""
    return group.with_proposal(replace(proposal, use=reading.Use(use)))
