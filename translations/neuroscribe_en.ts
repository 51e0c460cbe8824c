<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
