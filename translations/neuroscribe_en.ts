<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConsequenceText</name>
    <message numerus="yes">
        <source>If you make “%1” of %n member(s)</source>
        <translation>
            <numerusform>If you make “%1” of %n member</numerusform>
            <numerusform>If you make “%1” of %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you move %n member(s) to “%1”</source>
        <translation>
            <numerusform>If you move %n member to “%1”</numerusform>
            <numerusform>If you move %n members to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you set %n member(s) aside</source>
        <translation>
            <numerusform>If you set %n member aside</numerusform>
            <numerusform>If you set %n members aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you take %n member(s) out of the clusters</source>
        <translation>
            <numerusform>If you take %n member out of the clusters</numerusform>
            <numerusform>If you take %n members out of the clusters</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>Take %n topic(s) for %1</source>
        <translation>
            <numerusform>Take %n topic for %1</numerusform>
            <numerusform>Take %n topics for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cluster anew: %n cluster(s)</source>
        <translation>
            <numerusform>Cluster anew: %n cluster</numerusform>
            <numerusform>Cluster anew: %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave %n cluster(s) without a name</source>
        <translation>
            <numerusform>Leave %n cluster without a name</numerusform>
            <numerusform>Leave %n clusters without a name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobWork</name>
    <message numerus="yes">
        <source>%n name(s) to review</source>
        <translation>
            <numerusform>%n name to review</numerusform>
            <numerusform>%n names to review</numerusform>
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
    <name>neuroscribe::ui::AgreementPanel</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusterTrialView</name>
    <message numerus="yes">
        <source>%n cluster(s) that you worked on have no counterpart and stay as they are</source>
        <translation>
            <numerusform>%n cluster that you worked on has no counterpart and stays as it is</numerusform>
            <numerusform>%n clusters that you worked on have no counterpart and stay as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusteringPanel</name>
    <message numerus="yes">
        <source>%1, of %n topic(s) at least</source>
        <translation>
            <numerusform>%1, of one topic at least</numerusform>
            <numerusform>%1, of %n topics at least</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ConsequencesPanel</name>
    <message numerus="yes">
        <source>%n correlation(s) would be undefined</source>
        <translation>
            <numerusform>%n correlation would be undefined</numerusform>
            <numerusform>%n correlations would be undefined</numerusform>
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
    <message numerus="yes">
        <source>%n cluster(s) still need a name: another has the suggested one already.</source>
        <translation>
            <numerusform>One cluster still needs a name: another has the suggested one already.</numerusform>
            <numerusform>%n clusters still need a name: another has the suggested one already.</numerusform>
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
    <name>neuroscribe::ui::EvaluationHead</name>
    <message numerus="yes">
        <source>Mean over %n neuron(s), with the bootstrap interval of 95 %. By chance: %1.</source>
        <translation>
            <numerusform>Mean over %n neuron, with the bootstrap interval of 95 %. By chance: %1.</numerusform>
            <numerusform>Mean over %n neurons, with the bootstrap interval of 95 %. By chance: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %n neuron(s) without a tag are left out.</source>
        <translation>
            <numerusform>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %n neuron without a tag is left out.</numerusform>
            <numerusform>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %n neurons without a tag are left out.</numerusform>
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
    <name>neuroscribe::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
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
    <name>neuroscribe::ui::ReviewDialog</name>
    <message numerus="yes">
        <source>%n name(s) to review</source>
        <translation>
            <numerusform>%n name to review</numerusform>
            <numerusform>%n names to review</numerusform>
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
