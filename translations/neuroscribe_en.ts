<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConsequenceText</name>
    <message numerus="yes">
        <source>If you make “%1” of %Ln member(s)</source>
        <translation>
            <numerusform>If you make “%1” of %Ln member</numerusform>
            <numerusform>If you make “%1” of %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you move %Ln member(s) to “%1”</source>
        <translation>
            <numerusform>If you move %Ln member to “%1”</numerusform>
            <numerusform>If you move %Ln members to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you set %Ln member(s) aside</source>
        <translation>
            <numerusform>If you set %Ln member aside</numerusform>
            <numerusform>If you set %Ln members aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you take %Ln member(s) out of the clusters</source>
        <translation>
            <numerusform>If you take %Ln member out of the clusters</numerusform>
            <numerusform>If you take %Ln members out of the clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you merge %Ln cluster(s) into “%1”</source>
        <translation>
            <numerusform>If you merge %Ln cluster into “%1”</numerusform>
            <numerusform>If you merge %Ln clusters into “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you confirm %Ln cluster(s)</source>
        <translation>
            <numerusform>If you confirm %Ln cluster</numerusform>
            <numerusform>If you confirm %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you exclude %Ln cluster(s)</source>
        <translation>
            <numerusform>If you exclude %Ln cluster</numerusform>
            <numerusform>If you exclude %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you include %Ln cluster(s)</source>
        <translation>
            <numerusform>If you include %Ln cluster</numerusform>
            <numerusform>If you include %Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurationText</name>
    <message numerus="yes">
        <source>New cluster “%1” of %Ln member(s)</source>
        <translation>
            <numerusform>New cluster “%1” of %Ln member</numerusform>
            <numerusform>New cluster “%1” of %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln member(s) to %1</source>
        <translation>
            <numerusform>Move %Ln member to %1</numerusform>
            <numerusform>Move %Ln members to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %Ln member(s) aside</source>
        <translation>
            <numerusform>Set %Ln member aside</numerusform>
            <numerusform>Set %Ln members aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln member(s) out of their clusters</source>
        <translation>
            <numerusform>Take %Ln member out of its cluster</numerusform>
            <numerusform>Take %Ln members out of their clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln topic(s) for %1</source>
        <translation>
            <numerusform>Take %Ln topic for %1</numerusform>
            <numerusform>Take %Ln topics for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cluster anew: %Ln cluster(s)</source>
        <translation>
            <numerusform>Cluster anew: %Ln cluster</numerusform>
            <numerusform>Cluster anew: %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave %Ln cluster(s) without a name</source>
        <translation>
            <numerusform>Leave %Ln cluster without a name</numerusform>
            <numerusform>Leave %Ln clusters without a name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln cluster(s) into %1</source>
        <translation>
            <numerusform>Merge %Ln cluster into %1</numerusform>
            <numerusform>Merge %Ln clusters into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln cluster(s)</source>
        <translation>
            <numerusform>Confirm %Ln cluster</numerusform>
            <numerusform>Confirm %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exclude %Ln cluster(s)</source>
        <translation>
            <numerusform>Exclude %Ln cluster</numerusform>
            <numerusform>Exclude %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Include %Ln cluster(s)</source>
        <translation>
            <numerusform>Include %Ln cluster</numerusform>
            <numerusform>Include %Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobWork</name>
    <message numerus="yes">
        <source>%Ln name(s) to review</source>
        <translation>
            <numerusform>%Ln name to review</numerusform>
            <numerusform>%Ln names to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) added</source>
        <translation>
            <numerusform>%Ln sentence added</numerusform>
            <numerusform>%Ln sentences added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) dropped</source>
        <translation>
            <numerusform>%Ln record dropped</numerusform>
            <numerusform>%Ln records dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different topic(s)</source>
        <translation>
            <numerusform>%Ln different topic</numerusform>
            <numerusform>%Ln different topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) missing</source>
        <translation>
            <numerusform>%Ln answer missing</numerusform>
            <numerusform>%Ln answers missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s)</source>
        <translation>
            <numerusform>%Ln neuron</numerusform>
            <numerusform>%Ln neurons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ActivationPlot</name>
    <message numerus="yes">
        <source>%1 to %2: %Ln sentence(s)</source>
        <translation>
            <numerusform>%1 to %2: %Ln sentence</numerusform>
            <numerusform>%1 to %2: %Ln sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::AgreementModel</name>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::AgreementPanel</name>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusterTrialView</name>
    <message numerus="yes">
        <source>%Ln cluster(s) that you worked on have no counterpart and stay as they are</source>
        <translation>
            <numerusform>%Ln cluster that you worked on has no counterpart and stays as it is</numerusform>
            <numerusform>%Ln clusters that you worked on have no counterpart and stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s) embedded. Names that you gave are kept; one undo takes the whole clustering back.</source>
        <translation>
            <numerusform>%Ln topic is embedded. Names that you gave are kept; one undo takes the whole clustering back.</numerusform>
            <numerusform>%Ln topics are embedded. Names that you gave are kept; one undo takes the whole clustering back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusteringPanel</name>
    <message numerus="yes">
        <source>%1, of %Ln topic(s) at least</source>
        <translation>
            <numerusform>%1, of one topic at least</numerusform>
            <numerusform>%1, of %Ln topics at least</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ConsequencesPanel</name>
    <message numerus="yes">
        <source>%Ln correlation(s) would be undefined</source>
        <translation>
            <numerusform>%Ln correlation would be undefined</numerusform>
            <numerusform>%Ln correlations would be undefined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CurateBench</name>
    <message numerus="yes">
        <source>Merge %Ln cluster(s) into</source>
        <translation>
            <numerusform>Merge %Ln cluster into</numerusform>
            <numerusform>Merge %Ln clusters into</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln member(s) to</source>
        <translation>
            <numerusform>Move %Ln member to</numerusform>
            <numerusform>Move %Ln members to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) still need a name: another has the suggested one already.</source>
        <translation>
            <numerusform>One cluster still needs a name: another has the suggested one already.</numerusform>
            <numerusform>%Ln clusters still need a name: another has the suggested one already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::DescriptorPanel</name>
    <message numerus="yes">
        <source>%Ln neuron(s) tagged with it</source>
        <translation>
            <numerusform>%Ln neuron tagged with it</numerusform>
            <numerusform>%Ln neurons tagged with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EngineForm</name>
    <message numerus="yes">
        <source>The server answers. It has %Ln model(s).</source>
        <translation>
            <numerusform>The server answers. It has %Ln model.</numerusform>
            <numerusform>The server answers. It has %Ln models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EvaluationHead</name>
    <message numerus="yes">
        <source>Mean over %Ln neuron(s), with the bootstrap interval of 95 %. By chance: %1.</source>
        <translation>
            <numerusform>Mean over %Ln neuron, with the bootstrap interval of 95 %. By chance: %1.</numerusform>
            <numerusform>Mean over %Ln neurons, with the bootstrap interval of 95 %. By chance: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %Ln neuron(s) without a tag are left out.</source>
        <translation>
            <numerusform>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %Ln neuron without a tag is left out.</numerusform>
            <numerusform>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %Ln neurons without a tag are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s):</source>
        <translation>
            <numerusform>%Ln neuron:</numerusform>
            <numerusform>%Ln neurons:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatMapView</name>
    <message numerus="yes">
        <source>Each line of the picture shows the hottest of up to %Ln neurons; zoom in with the wheel to separate them.</source>
        <translation>
            <numerusform>Each line of the picture shows one neuron.</numerusform>
            <numerusform>Each line of the picture shows the hottest of up to %Ln neurons; zoom in with the wheel to separate them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln edit</numerusform>
            <numerusform>%Ln edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ImportDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MainWindow</name>
    <message numerus="yes">
        <source>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %Ln thread(s). Install OpenBLAS (libopenblas0-openmp).</source>
        <translation>
            <numerusform>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %Ln thread. Install OpenBLAS (libopenblas0-openmp).</numerusform>
            <numerusform>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %Ln threads. Install OpenBLAS (libopenblas0-openmp).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MembersPanel</name>
    <message numerus="yes">
        <source>%Ln member(s) · said %1 times · %2 of the sentences</source>
        <translation>
            <numerusform>%Ln member · said %1 times · %2 of the sentences</numerusform>
            <numerusform>%Ln members · said %1 times · %2 of the sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NeuronChooser</name>
    <message numerus="yes">
        <source>%Ln neuron(s)</source>
        <translation>
            <numerusform>%Ln neuron</numerusform>
            <numerusform>%Ln neurons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::RejectedDialog</name>
    <message numerus="yes">
        <source>%Ln record(s); the first %1 are shown, the export has all</source>
        <translation>
            <numerusform>%Ln record; the first %1 are shown, the export has all</numerusform>
            <numerusform>%Ln records; the first %1 are shown, the export has all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln name(s) to review</source>
        <translation>
            <numerusform>%Ln name to review</numerusform>
            <numerusform>%Ln names to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SentenceView</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln thread(s)</source>
        <translation>
            <numerusform>%Ln thread</numerusform>
            <numerusform>%Ln threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StudyPanel</name>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) × %1</source>
        <translation>
            <numerusform>%Ln layer × %1</numerusform>
            <numerusform>%Ln layers × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s)</source>
        <translation>
            <numerusform>%Ln neuron</numerusform>
            <numerusform>%Ln neurons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ThresholdsPanel</name>
    <message numerus="yes">
        <source>%Ln exemplar(s) a neuron</source>
        <translation>
            <numerusform>%Ln exemplar a neuron</numerusform>
            <numerusform>%Ln exemplars a neuron</numerusform>
        </translation>
    </message>
</context>
</TS>
