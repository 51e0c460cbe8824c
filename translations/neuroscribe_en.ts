<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CurationText</name>
    <message numerus="yes">
        <source>New cluster “%1” of %n member(s)</source>
        <translation>
            <numerusform>New cluster “%1” of %n member</numerusform>
            <numerusform>New cluster “%1” of %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n member(s) to %1</source>
        <translation>
            <numerusform>Move %n member to %1</numerusform>
            <numerusform>Move %n members to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n member(s) aside</source>
        <translation>
            <numerusform>Set %n member aside</numerusform>
            <numerusform>Set %n members aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n member(s) out of their clusters</source>
        <translation>
            <numerusform>Take %n member out of its cluster</numerusform>
            <numerusform>Take %n members out of their clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ActivationPlot</name>
    <message numerus="yes">
        <source>%1 to %2: %n sentence(s)</source>
        <translation>
            <numerusform>%1 to %2: %n sentence</numerusform>
            <numerusform>%1 to %2: %n sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CurateBench</name>
    <message numerus="yes">
        <source>Merge %n cluster(s) into</source>
        <translation>
            <numerusform>Merge %n cluster into</numerusform>
            <numerusform>Merge %n clusters into</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n member(s) to</source>
        <translation>
            <numerusform>Move %n member to</numerusform>
            <numerusform>Move %n members to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::DescriptorPanel</name>
    <message numerus="yes">
        <source>%n neuron(s) tagged with it</source>
        <translation>
            <numerusform>%n neuron tagged with it</numerusform>
            <numerusform>%n neurons tagged with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EngineForm</name>
    <message numerus="yes">
        <source>The server answers. It has %n model(s).</source>
        <translation>
            <numerusform>The server answers. It has %n model.</numerusform>
            <numerusform>The server answers. It has %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatMapView</name>
    <message numerus="yes">
        <source>Each line of the picture shows the hottest of up to %n neurons; zoom in with the wheel to separate them.</source>
        <translation>
            <numerusform>Each line of the picture shows one neuron.</numerusform>
            <numerusform>Each line of the picture shows the hottest of up to %n neurons; zoom in with the wheel to separate them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MainWindow</name>
    <message numerus="yes">
        <source>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %n thread(s). Install OpenBLAS (libopenblas0-openmp).</source>
        <translation>
            <numerusform>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %n thread. Install OpenBLAS (libopenblas0-openmp).</numerusform>
            <numerusform>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %n threads. Install OpenBLAS (libopenblas0-openmp).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MembersPanel</name>
    <message numerus="yes">
        <source>%n member(s) · said %1 times · %2 of the sentences</source>
        <translation>
            <numerusform>%n member · said %1 times · %2 of the sentences</numerusform>
            <numerusform>%n members · said %1 times · %2 of the sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SentenceView</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ThresholdsPanel</name>
    <message numerus="yes">
        <source>%n exemplar(s) a neuron</source>
        <translation>
            <numerusform>%n exemplar a neuron</numerusform>
            <numerusform>%n exemplars a neuron</numerusform>
        </translation>
    </message>
</context>
</TS>
