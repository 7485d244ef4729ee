<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Instruments</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tacitly extended %n time(s), now until {day}.</source>
        <translation>
            <numerusform>Tacitly extended once, now until {day}.</numerusform>
            <numerusform>Tacitly extended %n times, now until {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message numerus="yes">
        <source>Late by %n day(s)</source>
        <translation>
            <numerusform>Late by %n day</numerusform>
            <numerusform>Late by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s)</source>
        <translation>
            <numerusform>Due tomorrow</numerusform>
            <numerusform>Due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carried %n time(s)</source>
        <translation>
            <numerusform>Carried on once</numerusform>
            <numerusform>Carried on %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) carried on</source>
        <translation>
            <numerusform>%n item carried on</numerusform>
            <numerusform>%n items carried on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open now</source>
        <translation>
            <numerusform>%n still open now</numerusform>
            <numerusform>%n still open now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%n thing(s) left open</source>
        <translation>
            <numerusform>%n thing left open</numerusform>
            <numerusform>%n things left open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) to look at</source>
        <translation>
            <numerusform>%n name to look at</numerusform>
            <numerusform>%n names to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with the parties in the wrong order</source>
        <translation>
            <numerusform>The parties are in the wrong order</numerusform>
            <numerusform>The parties are in the wrong order in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) to look at</source>
        <translation>
            <numerusform>%n decision to look at</numerusform>
            <numerusform>%n decisions to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annex(es) to look at</source>
        <translation>
            <numerusform>%n annex to look at</numerusform>
            <numerusform>%n annexes to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) not confirmed</source>
        <translation>
            <numerusform>%n paragraph not confirmed</numerusform>
            <numerusform>%n paragraphs not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not translated</source>
        <translation>
            <numerusform>%n text not translated</numerusform>
            <numerusform>%n texts not translated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the list</source>
        <translation>
            <numerusform>%n person on the list</numerusform>
            <numerusform>%n people on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksPane</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Delegations</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n institution(s)</source>
        <translation>
            <numerusform>%n institution</numerusform>
            <numerusform>%n institutions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingsTable</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action item(s)</source>
        <translation>
            <numerusform>%n action item</numerusform>
            <numerusform>%n action items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesList</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesBox</name>
    <message numerus="yes">
        <source>about %n page(s)</source>
        <translation>
            <numerusform>about %n page</numerusform>
            <numerusform>about %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaysOut</name>
    <message numerus="yes">
        <source>Saved %n file(s) in “{folder}”</source>
        <translation>
            <numerusform>Saved %n file in “{folder}”</numerusform>
            <numerusform>Saved %n files in “{folder}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateCard</name>
    <message numerus="yes">
        <source>Late by %n day(s)</source>
        <translation>
            <numerusform>Late by %n day</numerusform>
            <numerusform>Late by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message numerus="yes">
        <source>Late by %n day(s)</source>
        <translation>
            <numerusform>Late by %n day</numerusform>
            <numerusform>Late by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without a time</source>
        <translation>
            <numerusform>%n item without a time</numerusform>
            <numerusform>%n items without a time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n item(s) below it are deleted with it.</source>
        <translation>
            <numerusform>The item below it is deleted with it.</numerusform>
            <numerusform>The %n items below it are deleted with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) of the minutes stay without an item.</source>
        <translation>
            <numerusform>%n paragraph of the minutes stays without an item.</numerusform>
            <numerusform>%n paragraphs of the minutes stay without an item.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confidential paper(s) among it: keep it to yourselves.</source>
        <translation>
            <numerusform>%n confidential paper is among it: keep it to yourselves.</numerusform>
            <numerusform>%n confidential papers are among it: keep it to yourselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message numerus="yes">
        <source>Add %n paper(s)</source>
        <translation>
            <numerusform>Add %n paper</numerusform>
            <numerusform>Add %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message numerus="yes">
        <source>%n file(s) go with it; this can be undone.</source>
        <translation>
            <numerusform>%n file goes with it; this can be undone.</numerusform>
            <numerusform>%n files go with it; this can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPeek</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message numerus="yes">
        <source>%n post(s) have changed since.</source>
        <translation>
            <numerusform>%n post has changed since.</numerusform>
            <numerusform>%n posts have changed since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nominate %n</source>
        <translation>
            <numerusform>Nominate %n</numerusform>
            <numerusform>Nominate %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLayout</name>
    <message numerus="yes">
        <source>Hidden rows too (%n)</source>
        <translation>
            <numerusform>Hidden rows too (%n)</numerusform>
            <numerusform>Hidden rows too (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) filled from merged cells</source>
        <translation>
            <numerusform>%n cell filled from a merged cell</numerusform>
            <numerusform>%n cells filled from merged cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n formula(s) without a stored value, not read</source>
        <translation>
            <numerusform>%n formula without a stored value, not read</numerusform>
            <numerusform>%n formulas without a stored value, not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %n</source>
        <translation>
            <numerusform>Import %n</numerusform>
            <numerusform>Import %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DelegationsScreen</name>
    <message numerus="yes">
        <source>Remove %n delegate(s) from their delegation?</source>
        <translation>
            <numerusform>Remove %n delegate from the delegation?</numerusform>
            <numerusform>Remove %n delegates from their delegation?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n delegate(s) go with it. This can be undone.</source>
        <translation>
            <numerusform>Its %n delegate goes with it. This can be undone.</numerusform>
            <numerusform>Its %n delegates go with it. This can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonsPane</name>
    <message numerus="yes">
        <source>%n possible double(s)…</source>
        <translation>
            <numerusform>%n possible double…</numerusform>
            <numerusform>%n possible doubles…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BodyTerms</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdoptionForm</name>
    <message numerus="yes">
        <source>%n change(s) not named in the change note:</source>
        <translation>
            <numerusform>%n change that the note leaves out:</numerusform>
            <numerusform>%n changes that the note leaves out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdoptionView</name>
    <message numerus="yes">
        <source>%n change(s) are not named in the change note.</source>
        <translation>
            <numerusform>The change note leaves out %n change.</numerusform>
            <numerusform>The change note leaves out %n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message numerus="yes">
        <source>%n warning(s) between the languages</source>
        <translation>
            <numerusform>%n difference between the languages</numerusform>
            <numerusform>%n differences between the languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
</TS>
