<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</TS>
