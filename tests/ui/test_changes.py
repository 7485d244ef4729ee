from app.ui.changes import ChangeBus
from tests.ui.ui_fakes import FakeChange


def test_a_listener_hears_of_its_kinds_only():
    bus, heard = ChangeBus(), []
    bus.subscribe(heard.append, kinds=frozenset({"meeting", "agenda_item"}))

    bus.publish(FakeChange(kinds=frozenset({"body"})))
    assert heard == []
    about_a_meeting = FakeChange(kinds=frozenset({"meeting", "body"}))
    bus.publish(about_a_meeting)

    assert heard == [about_a_meeting]


def test_a_listener_without_kinds_hears_of_everything_until_it_leaves():
    bus, heard = ChangeBus(), []
    bus.subscribe(heard.append)
    bus.publish(FakeChange())
    bus.unsubscribe(heard.append)
    bus.publish(FakeChange())

    assert len(heard) == 1
