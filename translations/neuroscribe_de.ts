<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ConsequenceText</name>
    <message>
        <source>If you rename “%1” to “%2”</source>
        <translation>Wenn Sie „%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>If you confirm “%1”</source>
        <translation>Wenn Sie „%1“ bestätigen</translation>
    </message>
    <message>
        <source>If you ask about “%2” for “%1”</source>
        <translation>Wenn Sie für „%1“ nach „%2“ fragen</translation>
    </message>
    <message>
        <source>If you merge “%1” into “%2”</source>
        <translation>Wenn Sie „%1“ mit „%2“ vereinigen</translation>
    </message>
    <message>
        <source>If you split “%1” into %2</source>
        <translation>Wenn Sie „%1“ in %2 teilen</translation>
    </message>
    <message>
        <source>If you exclude “%1”</source>
        <translation>Wenn Sie „%1“ ausschließen</translation>
    </message>
    <message>
        <source>If you include “%1”</source>
        <translation>Wenn Sie „%1“ wieder einschließen</translation>
    </message>
    <message numerus="yes">
        <source>If you make “%1” of %Ln member(s)</source>
        <translation>
            <numerusform>Wenn Sie aus einem Mitglied „%1“ bilden</numerusform>
            <numerusform>Wenn Sie aus %Ln Mitgliedern „%1“ bilden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you move %Ln member(s) to “%1”</source>
        <translation>
            <numerusform>Wenn Sie ein Mitglied nach „%1“ verschieben</numerusform>
            <numerusform>Wenn Sie %Ln Mitglieder nach „%1“ verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you set %Ln member(s) aside</source>
        <translation>
            <numerusform>Wenn Sie ein Mitglied beiseitelegen</numerusform>
            <numerusform>Wenn Sie %Ln Mitglieder beiseitelegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you take %Ln member(s) out of the clusters</source>
        <translation>
            <numerusform>Wenn Sie ein Mitglied aus den Clustern nehmen</numerusform>
            <numerusform>Wenn Sie %Ln Mitglieder aus den Clustern nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>If you make this change</source>
        <translation>Wenn Sie das ändern</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>If you merge %Ln cluster(s) into “%1”</source>
        <translation>
            <numerusform>Wenn Sie %Ln Cluster mit „%1“ vereinigen</numerusform>
            <numerusform>Wenn Sie %Ln Cluster mit „%1“ vereinigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you confirm %Ln cluster(s)</source>
        <translation>
            <numerusform>Wenn Sie %Ln Cluster bestätigen</numerusform>
            <numerusform>Wenn Sie %Ln Cluster bestätigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you exclude %Ln cluster(s)</source>
        <translation>
            <numerusform>Wenn Sie %Ln Cluster ausschließen</numerusform>
            <numerusform>Wenn Sie %Ln Cluster ausschließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you include %Ln cluster(s)</source>
        <translation>
            <numerusform>Wenn Sie %Ln Cluster wieder einschließen</numerusform>
            <numerusform>Wenn Sie %Ln Cluster wieder einschließen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurationText</name>
    <message>
        <source>Rename “%1” to %2</source>
        <translation>„%1“ in %2 umbenennen</translation>
    </message>
    <message>
        <source>Confirm “%1”</source>
        <translation>„%1“ bestätigen</translation>
    </message>
    <message>
        <source>Ask about “%2” for %1</source>
        <translation>Für %1 nach „%2“ fragen</translation>
    </message>
    <message>
        <source>Merge “%1” into %2</source>
        <translation>„%1“ mit %2 vereinigen</translation>
    </message>
    <message>
        <source>Split “%1” into %2</source>
        <translation>„%1“ in %2 teilen</translation>
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation>„%1“ ausschließen</translation>
    </message>
    <message>
        <source>Include “%1”</source>
        <translation>„%1“ einschließen</translation>
    </message>
    <message numerus="yes">
        <source>New cluster “%1” of %Ln member(s)</source>
        <translation>
            <numerusform>Neues Cluster „%1“ mit %Ln Mitglied</numerusform>
            <numerusform>Neues Cluster „%1“ mit %Ln Mitgliedern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln member(s) to %1</source>
        <translation>
            <numerusform>%Ln Mitglied nach %1 verschieben</numerusform>
            <numerusform>%Ln Mitglieder nach %1 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %Ln member(s) aside</source>
        <translation>
            <numerusform>%Ln Mitglied beiseitelegen</numerusform>
            <numerusform>%Ln Mitglieder beiseitelegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln member(s) out of their clusters</source>
        <translation>
            <numerusform>%Ln Mitglied aus seinem Cluster nehmen</numerusform>
            <numerusform>%Ln Mitglieder aus ihren Clustern nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the clusters</source>
        <translation>Cluster ändern</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln topic(s) for %1</source>
        <translation>
            <numerusform>Ein Thema für %1 nehmen</numerusform>
            <numerusform>%Ln Themen für %1 nehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cluster anew: %Ln cluster(s)</source>
        <translation>
            <numerusform>Neu geclustert: %Ln Cluster</numerusform>
            <numerusform>Neu geclustert: %Ln Cluster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave %Ln cluster(s) without a name</source>
        <translation>
            <numerusform>%Ln Cluster ohne Namen lassen</numerusform>
            <numerusform>%Ln Cluster ohne Namen lassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave “%1” as it is</source>
        <translation>„%1“ lassen, wie es ist</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln cluster(s) into %1</source>
        <translation>
            <numerusform>%Ln Cluster mit %1 vereinigen</numerusform>
            <numerusform>%Ln Cluster mit %1 vereinigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln Cluster bestätigen</numerusform>
            <numerusform>%Ln Cluster bestätigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exclude %Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln Cluster ausschließen</numerusform>
            <numerusform>%Ln Cluster ausschließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Include %Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln Cluster einschließen</numerusform>
            <numerusform>%Ln Cluster einschließen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>Use the share of sentences</source>
        <translation>Anteil der Sätze verwenden</translation>
    </message>
    <message>
        <source>Use the share of occurrences</source>
        <translation>Anteil der Vorkommen verwenden</translation>
    </message>
    <message>
        <source>Set k to %1 %</source>
        <translation>k auf %1 % setzen</translation>
    </message>
    <message>
        <source>Set t to %1</source>
        <translation>t auf %1 setzen</translation>
    </message>
    <message>
        <source>Keep all tags of a neuron</source>
        <translation>Alle Tags eines Neurons behalten</translation>
    </message>
    <message>
        <source>Keep the first %1 tags</source>
        <translation>Die ersten %1 Tags behalten</translation>
    </message>
    <message>
        <source>Ask for no minimum lift</source>
        <translation>Keinen Mindest-Lift verlangen</translation>
    </message>
    <message>
        <source>Set the minimum lift to %1</source>
        <translation>Mindest-Lift auf %1 setzen</translation>
    </message>
    <message>
        <source>Ask for no maximum q</source>
        <translation>Kein Höchst-q verlangen</translation>
    </message>
    <message>
        <source>Set the maximum q to %1</source>
        <translation>Höchst-q auf %1 setzen</translation>
    </message>
    <message>
        <source>Set alpha to %1</source>
        <translation>Alpha auf %1 setzen</translation>
    </message>
    <message>
        <source>Show the calibration half</source>
        <translation>Die Kalibrierungshälfte zeigen</translation>
    </message>
    <message>
        <source>Show the validation half</source>
        <translation>Die Validierungshälfte zeigen</translation>
    </message>
    <message>
        <source>Rank the highest activations</source>
        <translation>Die höchsten Aktivierungen ordnen</translation>
    </message>
    <message>
        <source>Rank the lowest activations</source>
        <translation>Die niedrigsten Aktivierungen ordnen</translation>
    </message>
    <message>
        <source>Exclude %1</source>
        <translation>%1 ausschließen</translation>
    </message>
    <message>
        <source>Include %1</source>
        <translation>%1 einschließen</translation>
    </message>
    <message>
        <source>Change the thresholds</source>
        <translation>Die Schwellenwerte ändern</translation>
    </message>
    <message>
        <source>Use the lift</source>
        <translation>Den Lift verwenden</translation>
    </message>
    <message>
        <source>Use the correlation r</source>
        <translation>Die Korrelation r verwenden</translation>
    </message>
    <message>
        <source>Use F1</source>
        <translation>F1 verwenden</translation>
    </message>
    <message>
        <source>Use IoU</source>
        <translation>IoU verwenden</translation>
    </message>
    <message>
        <source>Use AUROC</source>
        <translation>AUROC verwenden</translation>
    </message>
    <message>
        <source>Use AUPRC</source>
        <translation>AUPRC verwenden</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Reading or writing failed</source>
        <translation>Lesen oder Schreiben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>It is already there and was not overwritten</source>
        <translation>Es ist schon vorhanden und wurde nicht überschrieben</translation>
    </message>
    <message>
        <source>It can be read but not written</source>
        <translation>Es lässt sich lesen, aber nicht schreiben</translation>
    </message>
    <message>
        <source>There is not enough free space</source>
        <translation>Der freie Speicherplatz reicht nicht</translation>
    </message>
    <message>
        <source>Another process has this study open</source>
        <translation>Ein anderer Prozess hat diese Studie geöffnet</translation>
    </message>
    <message>
        <source>The data are damaged</source>
        <translation>Die Daten sind beschädigt</translation>
    </message>
    <message>
        <source>It was made by a newer version of Neuroscribe</source>
        <translation>Es stammt von einer neueren Version von Neuroscribe</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>Die Datei endet zu früh</translation>
    </message>
    <message>
        <source>The file does not follow its format</source>
        <translation>Die Datei entspricht nicht ihrem Format</translation>
    </message>
    <message>
        <source>A value is not possible here</source>
        <translation>Ein Wert ist hier nicht möglich</translation>
    </message>
    <message>
        <source>This kind of file or model is not supported</source>
        <translation>Diese Art Datei oder Modell wird nicht unterstützt</translation>
    </message>
    <message>
        <source>This is a Git-LFS pointer, not the file it stands for</source>
        <translation>Das ist ein Git-LFS-Zeiger, nicht die Datei, für die er steht</translation>
    </message>
    <message>
        <source>The configuration of the model makes no sense</source>
        <translation>Die Konfiguration des Modells ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>The model lacks a tensor</source>
        <translation>Dem Modell fehlt ein Tensor</translation>
    </message>
    <message>
        <source>A tensor of the model has the wrong shape or type</source>
        <translation>Ein Tensor des Modells hat die falsche Form oder den falschen Typ</translation>
    </message>
    <message>
        <source>A number is not finite</source>
        <translation>Eine Zahl ist nicht endlich</translation>
    </message>
    <message>
        <source>A number does not fit the chosen type</source>
        <translation>Eine Zahl passt nicht in den gewählten Typ</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>This build lacks the part that does it</source>
        <translation>Dieser Fassung des Programms fehlt der Teil, der das kann</translation>
    </message>
    <message>
        <source>An earlier step is missing</source>
        <translation>Ein früherer Schritt fehlt</translation>
    </message>
    <message>
        <source>It was made from data that have changed since</source>
        <translation>Es wurde aus Daten gemacht, die sich seither geändert haben</translation>
    </message>
    <message>
        <source>Two things that do not belong together</source>
        <translation>Zwei Dinge, die nicht zusammengehören</translation>
    </message>
    <message>
        <source>An error inside Neuroscribe</source>
        <translation>Ein Fehler in Neuroscribe selbst</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what happened, %2: the file, row or tensor</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Reference labels</source>
        <translation>Referenzlabels</translation>
    </message>
    <message>
        <source>Matrix of tags</source>
        <translation>Tag-Matrix</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Exemplars</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>A row for each tag of a neuron, with f, base rate, lift, interval, p and q.</source>
        <translation>Eine Zeile je Tag eines Neurons, mit f, Grundrate, Lift, Intervall, p und q.</translation>
    </message>
    <message>
        <source>Whether the model found each descriptor in each sentence: 1 yes, 0 no, empty where it did not answer.</source>
        <translation>Ob das Modell jeden Deskriptor in jedem Satz gefunden hat: 1 ja, 0 nein, leer, wo es nicht geantwortet hat.</translation>
    </message>
    <message>
        <source>Whether another annotator found each descriptor in each sentence: 1 yes, 0 no, empty where there is no answer.</source>
        <translation>Ob ein anderer Annotator jeden Deskriptor in jedem Satz gefunden hat: 1 ja, 0 nein, leer, wo keine Antwort vorliegt.</translation>
    </message>
    <message>
        <source>A row for each neuron, a column for each descriptor: 1 tagged, 0 not, empty where f is undefined.</source>
        <translation>Eine Zeile je Neuron, eine Spalte je Deskriptor: 1 mit Tag, 0 ohne, leer, wo f undefiniert ist.</translation>
    </message>
    <message>
        <source>How any two descriptors go together.</source>
        <translation>Wie je zwei Deskriptoren zusammenhängen.</translation>
    </message>
    <message>
        <source>A row for each neuron, a column for each descriptor, one value in each cell.</source>
        <translation>Eine Zeile je Neuron, eine Spalte je Deskriptor, ein Wert in jeder Zelle.</translation>
    </message>
    <message>
        <source>A row for each sentence, a column for each neuron, as 32-bit numbers.</source>
        <translation>Eine Zeile je Satz, eine Spalte je Neuron, als 32-Bit-Zahlen.</translation>
    </message>
    <message>
        <source>The sentences that activate each neuron most, best first.</source>
        <translation>Die Sätze, die jedes Neuron am stärksten aktivieren, die stärksten zuerst.</translation>
    </message>
    <message>
        <source>A row for each sentence, with its half, category, number of words and text.</source>
        <translation>Eine Zeile je Satz, mit Hälfte, Kategorie, Wortzahl und Text.</translation>
    </message>
    <message>
        <source>The names that engines found, and in how many sentences.</source>
        <translation>Die Namen, die gefunden wurden, und in wie vielen Sätzen.</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy-Array</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG-Zeichnung</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>Es ist keine Studie geöffnet.</translation>
    </message>
    <message>
        <source>Extract activations first.</source>
        <translation>Zuerst Aktivierungen extrahieren.</translation>
    </message>
    <message>
        <source>Name the topics first.</source>
        <translation>Zuerst die Themen benennen.</translation>
    </message>
    <message>
        <source>Label the sentences first.</source>
        <translation>Zuerst die Sätze labeln.</translation>
    </message>
    <message>
        <source>Nobody but the model has labelled sentences.</source>
        <translation>Niemand außer dem Modell hat Sätze gelabelt.</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 Zeilen × %2 Spalten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Answers of people</source>
        <translation>Antworten von Personen</translation>
    </message>
    <message>
        <source>A row for each Yes, No or Unsure of a person, with how the sentence was drawn. It can be imported into a copy of the study.</source>
        <translation>Eine Zeile für jedes Ja, Nein oder Unsicher einer Person, mit der Art der Ziehung des Satzes. Sie lässt sich in eine Kopie der Studie einlesen.</translation>
    </message>
    <message>
        <source>No person has answered yet.</source>
        <translation>Noch hat keine Person geantwortet.</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation>JSON-Array</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Amazon reviews</source>
        <translation>Amazon-Rezensionen</translation>
    </message>
    <message>
        <source>Text, one sentence a line</source>
        <translation>Text, ein Satz je Zeile</translation>
    </message>
    <message>
        <source>WordNet glosses</source>
        <translation>WordNet-Glossen</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>other language</source>
        <translation>andere Sprache</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>without text</source>
        <translation>ohne Text</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>over the category&apos;s limit</source>
        <translation>über der Grenze der Kategorie</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: a number, %2: a reason such as &quot;too short&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 dropped: %2</source>
        <translation>%1 verworfen: %2</translation>
    </message>
</context>
<context>
    <name>JobStep</name>
    <message>
        <source>Reading sentences</source>
        <translation>Sätze lesen</translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation>Labeln</translation>
    </message>
    <message>
        <source>Computing activations</source>
        <translation>Aktivierungen berechnen</translation>
    </message>
    <message>
        <source>Ranking exemplars</source>
        <translation>Exemplare ordnen</translation>
    </message>
    <message>
        <source>Naming topics</source>
        <translation>Themen werden benannt</translation>
    </message>
    <message>
        <source>Embedding topics</source>
        <translation>Themen werden eingebettet</translation>
    </message>
    <message>
        <source>Comparing topics</source>
        <translation>Themen werden verglichen</translation>
    </message>
    <message>
        <source>Comparing whole rows</source>
        <translation>Ganze Zeilen werden verglichen</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>JobWork</name>
    <message>
        <source>%1 yes, %2 no, %3 unanswered</source>
        <translation>%1 ja, %2 nein, %3 unbeantwortet</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) to review</source>
        <translation>
            <numerusform>%Ln Name zu prüfen</numerusform>
            <numerusform>%Ln Namen zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) added</source>
        <translation>
            <numerusform>%Ln Satz hinzugefügt</numerusform>
            <numerusform>%Ln Sätze hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) dropped</source>
        <translation>
            <numerusform>%Ln Datensatz verworfen</numerusform>
            <numerusform>%Ln Datensätze verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different topic(s)</source>
        <translation>
            <numerusform>%Ln Thema</numerusform>
            <numerusform>%Ln verschiedene Themen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) missing</source>
        <translation>
            <numerusform>%Ln Antwort fehlt</numerusform>
            <numerusform>%Ln Antworten fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln Satz</numerusform>
            <numerusform>%Ln Sätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s)</source>
        <translation>
            <numerusform>%Ln Neuron</numerusform>
            <numerusform>%Ln Neuronen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sentences a second</source>
        <translation>%1 Sätze je Sekunde</translation>
    </message>
</context>
<context>
    <name>OpeningNote</name>
    <message>
        <source>This file system has no locks: don&apos;t open the study in two programs at once.</source>
        <translation>Dieses Dateisystem kennt keine Sperren: Öffnen Sie die Studie nicht in zwei Programmen zugleich.</translation>
    </message>
    <message>
        <source>The study was not closed properly; what was committed is there, unfinished work was rolled back.</source>
        <translation>Die Studie wurde nicht ordentlich geschlossen; alles Gespeicherte ist da, Unfertiges wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The study was made by a newer Neuroscribe; it is open read-only.</source>
        <translation>Die Studie stammt von einem neueren Neuroscribe; sie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The study lies on a network file system: saving is slower, and a lost connection may lose the newest edit.</source>
        <translation>Die Studie liegt auf einem Netzlaufwerk: Speichern dauert länger, und bei einem Verbindungsabbruch kann die letzte Änderung verloren gehen.</translation>
    </message>
    <message>
        <source>The study was not closed properly and its folder can&apos;t be written: a temporary copy is open.</source>
        <translation>Die Studie wurde nicht ordentlich geschlossen, und ihr Ordner ist schreibgeschützt: Geöffnet ist eine vorläufige Kopie.</translation>
    </message>
    <message>
        <source>The study was made by an older Neuroscribe: a temporary copy in today&apos;s form is open read-only. Open it once for writing to bring it up to date.</source>
        <translation>Die Studie stammt aus einem älteren Neuroscribe: Eine vorläufige Kopie in heutiger Form ist nur zum Lesen geöffnet. Öffnen Sie sie einmal zum Schreiben, um sie auf den neuesten Stand zu bringen.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>neuroscribe::app::CurationController</name>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie ist geöffnet</translation>
    </message>
</context>
<context>
    <name>neuroscribe::app::FileJobs</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 Zeilen, %2 Spalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::app::Session</name>
    <message>
        <source>Stopped. What is finished is kept.</source>
        <translation>Angehalten. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Import sentences</source>
        <translation>Sätze importieren</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Labels importieren</translation>
    </message>
    <message>
        <source>Label by matching words</source>
        <translation>Labels durch Wortvergleich</translation>
    </message>
    <message>
        <source>Extract activations</source>
        <translation>Aktivierungen extrahieren</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Built-in study</source>
        <translation>Eingebaute Studie</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Name the topics</source>
        <translation>Themen benennen</translation>
    </message>
    <message>
        <source>Label by a language model</source>
        <translation>Von einem Sprachmodell beschriften</translation>
    </message>
    <message>
        <source>This study is open for reading only.</source>
        <translation>Diese Studie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Cluster the topics</source>
        <translation>Themen clustern</translation>
    </message>
    <message>
        <source>Compare whole rows</source>
        <translation>Ganze Zeilen vergleichen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::app::ValidationController</name>
    <message>
        <source>Withdraw: %1</source>
        <translation>Zurückziehen: %1</translation>
    </message>
    <message>
        <source>Yes: %1</source>
        <translation>Ja: %1</translation>
    </message>
    <message>
        <source>No: %1</source>
        <translation>Nein: %1</translation>
    </message>
    <message>
        <source>Unsure: %1</source>
        <translation>Unsicher: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an answer, and whose it is</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::AboutDialog</name>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>libtorch %1</source>
        <translation>libtorch %1</translation>
    </message>
    <message>
        <source>About Neuroscribe</source>
        <translation>Über Neuroscribe</translation>
    </message>
    <message>
        <source>Neuroscribe %1</source>
        <translation>Neuroscribe %1</translation>
    </message>
    <message>
        <source>Describes the neurons of a language model in words.</source>
        <translation>Beschreibt die Neuronen eines Sprachmodells in Worten.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Nothing you open here leaves this machine.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Nichts, was Sie hier öffnen, verlässt diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ActivationPlot</name>
    <message>
        <source>Distribution of the activations</source>
        <translation>Verteilung der Aktivierungen</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>; %1 at %2</source>
        <translation>; %1 bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln sentence(s)</source>
        <translation>
            <numerusform>%1 bis %2: %Ln Satz</numerusform>
            <numerusform>%1 bis %2: %Ln Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Logarithmic counts</source>
        <translation>Logarithmische Anzahlen</translation>
    </message>
    <message>
        <source>Show as &amp;Figure…</source>
        <translation>Als &amp;Abbildung zeigen…</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::AgreementModel</name>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>%1 pairs that both answered: both yes %2, judged yes alone %3, reference yes alone %4, both no %5</source>
        <translation>%1 Paare, die beide beantwortet haben: beide ja %2, nur der Beurteilte ja %3, nur der Maßstab ja %4, beide nein %5</translation>
    </message>
    <message>
        <source>%1 unsure, left out</source>
        <translation>%1 unsicher, ausgelassen</translation>
    </message>
    <message>
        <source>%1 drawn by disagreement, left out: they are no sample</source>
        <translation>%1 nach Uneinigkeit gezogen, ausgelassen: Sie sind keine Stichprobe</translation>
    </message>
    <message>
        <source>%1 of them the model labels otherwise than when they were drawn</source>
        <translation>%1 davon beantwortet das Modell anders als bei der Ziehung</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>The row on top: all of them together</source>
        <translation>Die oberste Zeile: alle zusammen</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Sentences that both answered</source>
        <translation>Sätze, die beide beantwortet haben</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: agreement beyond chance</source>
        <translation>Cohens Kappa: Übereinstimmung über den Zufall hinaus</translation>
    </message>
    <message>
        <source>95 %
interval</source>
        <translation>95-%-
Intervall</translation>
    </message>
    <message>
        <source>Of kappa, from -1 to 1</source>
        <translation>Von Kappa, von -1 bis 1</translation>
    </message>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1: agreement beyond chance, also where one answer is rare</source>
        <translation>Gwets AC1: Übereinstimmung über den Zufall hinaus, auch wo eine Antwort selten ist</translation>
    </message>
    <message>
        <source>Precision: of what is labelled, the share that the reference confirms, in the sample</source>
        <translation>Präzision: von dem, was beschriftet ist, der Anteil, den der Maßstab bestätigt, in der Stichprobe</translation>
    </message>
    <message>
        <source>Recall: of what the reference says yes to, the share that is labelled, in the sample</source>
        <translation>Trefferquote: von dem, wozu der Maßstab Ja sagt, der Anteil, der beschriftet ist, in der Stichprobe</translation>
    </message>
    <message>
        <source>Precision, weighted to the whole corpus</source>
        <translation>Präzision, auf den ganzen Korpus gewichtet</translation>
    </message>
    <message>
        <source>Recall, weighted to the whole corpus: what is missed there weighs as much as there is of it</source>
        <translation>Trefferquote, auf den ganzen Korpus gewichtet: Übersehenes wiegt so viel, wie es dort davon gibt</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>Answers still needed until kappa is known as exactly as wanted</source>
        <translation>Antworten, die noch nötig sind, bis Kappa so genau wie gewünscht bekannt ist</translation>
    </message>
    <message>
        <source>%1 (95 %: %2)</source>
        <translation>%1 (95 %: %2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>no sentence that both answered</source>
        <translation>kein Satz, den beide beantwortet haben</translation>
    </message>
    <message>
        <source>nothing is labelled yes</source>
        <translation>nichts ist mit Ja beschriftet</translation>
    </message>
    <message>
        <source>the reference never says yes</source>
        <translation>der Maßstab sagt nie Ja</translation>
    </message>
    <message>
        <source>only of the model&apos;s labels is known how the pairs were drawn</source>
        <translation>nur von den Labels des Modells ist bekannt, wie die Paare gezogen wurden</translation>
    </message>
    <message>
        <source>a sample is missing: of what the model labels yes, or of what it labels no</source>
        <translation>eine Stichprobe fehlt: von dem, was das Modell bejaht, oder von dem, was es verneint</translation>
    </message>
    <message>
        <source>no number of pairs that anybody could answer would do</source>
        <translation>keine Zahl von Paaren, die jemand beantworten könnte, würde reichen</translation>
    </message>
    <message>
        <source>both gave one and the same answer throughout</source>
        <translation>beide gaben durchweg ein und dieselbe Antwort</translation>
    </message>
    <message>
        <source>P
raw</source>
        <translation>P
roh</translation>
    </message>
    <message>
        <source>R
raw</source>
        <translation>R
roh</translation>
    </message>
    <message>
        <source>P
weighted</source>
        <translation>P
gewichtet</translation>
    </message>
    <message>
        <source>R
weighted</source>
        <translation>R
gewichtet</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::AgreementPanel</name>
    <message>
        <source>Agreement of two annotators</source>
        <translation>Übereinstimmung zweier Annotatoren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>How exactly kappa is to be known</source>
        <translation>Wie genau Kappa bekannt sein soll</translation>
    </message>
    <message>
        <source>needed for kappa</source>
        <translation>nötig für Kappa</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>This is one annotator</source>
        <translation>Das ist ein einziger Annotator</translation>
    </message>
    <message>
        <source>Choose two different ones above.</source>
        <translation>Wählen Sie oben zwei verschiedene.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>As soon as both have answered about the same sentence, agreement appears here.</source>
        <translation>Sobald beide zum selben Satz geantwortet haben, erscheint hier die Übereinstimmung.</translation>
    </message>
    <message>
        <source>Everything here rests on the sentences that both answered.</source>
        <translation>Alles hier beruht auf den Sätzen, die beide beantwortet haben.</translation>
    </message>
    <message>
        <source>%1 unsure, left out.</source>
        <translation>%1 unsicher, ausgelassen.</translation>
    </message>
    <message>
        <source>%1 drawn by disagreement, left out.</source>
        <translation>%1 nach Uneinigkeit gezogen, ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>the model (B)</source>
        <translation>das Modell (B)</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>The agreement could not be read</source>
        <translation>Die Übereinstimmung konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::AskPage</name>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Answers of</source>
        <translation>Antworten von</translation>
    </message>
    <message>
        <source>The label matrix B</source>
        <translation>Die Beschriftungsmatrix B</translation>
    </message>
    <message>
        <source>Descripto&amp;rs</source>
        <translation>Deskripto&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Prompt</translation>
    </message>
    <message>
        <source>A&amp;nswers of</source>
        <translation>A&amp;ntworten von</translation>
    </message>
    <message>
        <source>One a line: what is asked about</source>
        <translation>Einer je Zeile: wonach gefragt wird</translation>
    </message>
    <message>
        <source>%1 sentences × %2 descriptors = %3 questions.</source>
        <translation>%1 Sätze × %2 Deskriptoren = %3 Fragen.</translation>
    </message>
    <message>
        <source>The sentences are sent to %1.</source>
        <translation>Die Sätze werden an %1 gesendet.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>It can be stopped and resumed; nothing is asked twice.</source>
        <translation>Es lässt sich anhalten und fortsetzen; nichts wird zweimal gefragt.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::BarModel</name>
    <message>
        <source>%1: %2 neurons</source>
        <translation>%1: %2 Neuronen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CellDelegate</name>
    <message>
        <source>adj. %1</source>
        <comment>adjusted lift</comment>
        <translation>ber. %1</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CellListModel</name>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>beats chance</source>
        <translation>über Zufall</translation>
    </message>
    <message>
        <source>does not beat chance</source>
        <translation>nicht über Zufall</translation>
    </message>
    <message>
        <source>f %1 (%2)</source>
        <translation>f %1 (%2)</translation>
    </message>
    <message>
        <source>f %1</source>
        <translation>f %1</translation>
    </message>
    <message>
        <source>%1, base rate %2, lift %3, q %4, %5 of %6 exemplars</source>
        <translation>%1, Grundrate %2, Lift %3, q %4, %5 von %6 Exemplaren</translation>
    </message>
    <message>
        <source>not adjusted for category and length: no exemplar is answered</source>
        <translation>nicht um Kategorie und Länge bereinigt: kein Exemplar ist beantwortet</translation>
    </message>
    <message>
        <source>adjusted lift undefined: no sentence of these categories and lengths has it</source>
        <translation>bereinigter Lift undefiniert: kein Satz dieser Kategorien und Längen hat es</translation>
    </message>
    <message>
        <source>adjusted for category and length: lift %1, p %2</source>
        <translation>bereinigt um Kategorie und Länge: Lift %1, p %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusterDialog</name>
    <message>
        <source>Cluster the topics</source>
        <translation>Themen clustern</translation>
    </message>
    <message>
        <source>Communities around a centre</source>
        <translation>Gemeinschaften um eine Mitte</translation>
    </message>
    <message>
        <source>Average linkage</source>
        <translation>Mittlere Verknüpfung</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>Topics of a cluster at least</source>
        <translation>Themen eines Clusters mindestens</translation>
    </message>
    <message>
        <source>T&amp;opics of a cluster at least</source>
        <translation>Themen ei&amp;nes Clusters mindestens</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Clustern</translation>
    </message>
    <message>
        <source>Encoder folder</source>
        <translation>Ordner des Encoders</translation>
    </message>
    <message>
        <source>A Sentence-Transformers folder, or a BERT</source>
        <translation>Ein Ordner von Sentence-Transformers oder ein BERT</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>Choose the encoder&apos;s folder</source>
        <translation>Ordner des Encoders wählen</translation>
    </message>
    <message>
        <source>&amp;Encoder folder</source>
        <translation>Ordner des &amp;Encoders</translation>
    </message>
    <message>
        <source>Choose the folder of a sentence encoder first</source>
        <translation>Wählen Sie zuerst den Ordner eines Satz-Encoders</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusterListModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>named</source>
        <translation>benannt</translation>
    </message>
    <message>
        <source>named automatically</source>
        <translation>automatisch benannt</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>in no cluster</source>
        <translation>in keinem Cluster</translation>
    </message>
    <message>
        <source>%1, %2, members: %3, said %4 times, %5 of the sentences</source>
        <translation>%1, %2, Mitglieder: %3, %4-mal genannt, %5 der Sätze</translation>
    </message>
    <message>
        <source>Share of the sentences of which at least one member was said</source>
        <translation>Anteil der Sätze, zu denen mindestens ein Mitglied genannt wurde</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>said</source>
        <translation>genannt</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusterTrialView</name>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Topics in no cluster</source>
        <translation>Themen in keinem Cluster</translation>
    </message>
    <message>
        <source>Names that re-attach</source>
        <translation>Namen, die sich wiederfinden</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>&amp;Schwelle</translation>
    </message>
    <message>
        <source>How alike a topic and the centre of its cluster are at least (cosine). Behind: how many clusters each threshold gives (square-root scale).</source>
        <translation>Wie ähnlich ein Thema und die Mitte seines Clusters mindestens sind (Kosinus). Dahinter: wie viele Cluster jede Schwelle ergibt (Wurzelskala).</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1 sure, %2 to review</source>
        <translation>%1 sicher, %2 zu prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) that you worked on have no counterpart and stay as they are</source>
        <translation>
            <numerusform>Ein Cluster, an dem Sie gearbeitet haben, hat kein Gegenstück und bleibt, wie es ist</numerusform>
            <numerusform>%Ln Cluster, an denen Sie gearbeitet haben, haben kein Gegenstück und bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Once the topics are embedded, this shows at once what a threshold gives.</source>
        <translation>Sind die Themen einmal eingebettet, zeigt sich hier sofort, was eine Schwelle ergibt.</translation>
    </message>
    <message>
        <source>Below %1 too many topics are alike to try it here.</source>
        <translation>Unter %1 sind sich zu viele Themen ähnlich, um es hier auszuprobieren.</translation>
    </message>
    <message>
        <source>Move the threshold to see what another one gives.</source>
        <translation>Verschieben Sie die Schwelle, um zu sehen, was eine andere ergibt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s) embedded. Names that you gave are kept; one undo takes the whole clustering back.</source>
        <translation>
            <numerusform>%Ln Thema ist eingebettet. Namen, die Sie vergeben haben, bleiben; einmal Rückgängig nimmt das ganze Clustern zurück.</numerusform>
            <numerusform>%Ln Themen sind eingebettet. Namen, die Sie vergeben haben, bleiben; einmal Rückgängig nimmt das ganze Clustern zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClusteringPanel</name>
    <message>
        <source>Cluster a&amp;gain</source>
        <translation>&amp;Neu clustern</translation>
    </message>
    <message>
        <source>All settings…</source>
        <translation>Alle Einstellungen…</translation>
    </message>
    <message>
        <source>Method, size of the clusters, encoder</source>
        <translation>Methode, Größe der Cluster, Encoder</translation>
    </message>
    <message>
        <source>Communities around a centre</source>
        <translation>Gemeinschaften um eine Mitte</translation>
    </message>
    <message>
        <source>Average linkage</source>
        <translation>Mittlere Verknüpfung</translation>
    </message>
    <message numerus="yes">
        <source>%1, of %Ln topic(s) at least</source>
        <translation>
            <numerusform>%1, ab einem Thema</numerusform>
            <numerusform>%1, ab %Ln Themen</numerusform>
        </translation>
    </message>
    <message>
        <source>No topic is embedded yet: All settings chooses an encoder</source>
        <translation>Noch ist kein Thema eingebettet: unter „Alle Einstellungen“ wird ein Encoder gewählt</translation>
    </message>
    <message>
        <source>Something else is running</source>
        <translation>Gerade läuft etwas anderes</translation>
    </message>
    <message>
        <source>Clusters the embedded topics with this threshold. Names that you gave are kept; one undo takes it back.</source>
        <translation>Clustert die eingebetteten Themen mit dieser Schwelle. Namen, die Sie vergeben haben, bleiben; einmal Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ClustersPanel</name>
    <message>
        <source>Find a cluster or a member</source>
        <translation>Cluster oder Mitglied suchen</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>nach Größe</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>nach Name</translation>
    </message>
    <message>
        <source>by how often said</source>
        <translation>nach Nennungen</translation>
    </message>
    <message>
        <source>by sentences</source>
        <translation>nach Sätzen</translation>
    </message>
    <message>
        <source>by state</source>
        <translation>nach Zustand</translation>
    </message>
    <message>
        <source>Order of the clusters</source>
        <translation>Reihenfolge der Cluster</translation>
    </message>
    <message>
        <source>all clusters</source>
        <translation>alle Cluster</translation>
    </message>
    <message>
        <source>new ones</source>
        <translation>neue</translation>
    </message>
    <message>
        <source>named ones</source>
        <translation>benannte</translation>
    </message>
    <message>
        <source>excluded ones</source>
        <translation>ausgeschlossene</translation>
    </message>
    <message>
        <source>Clusters shown</source>
        <translation>Gezeigte Cluster</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>%1 · %2 named · %3 excluded</source>
        <translation>%1 · %2 benannt · %3 ausgeschlossen</translation>
    </message>
    <message>
        <source>No cluster and no member has this in its name. Esc empties the search.</source>
        <translation>Kein Cluster und kein Mitglied hat das im Namen. Esc leert die Suche.</translation>
    </message>
    <message>
        <source>Found in no cluster, only outside of them.</source>
        <translation>In keinem Cluster gefunden, nur außerhalb.</translation>
    </message>
    <message>
        <source>No cluster is of the kind that is shown.</source>
        <translation>Kein Cluster ist von der gezeigten Art.</translation>
    </message>
    <message>
        <source>No clusters yet. Study &gt; Cluster Topics makes them; or tick topics that belong together and make a cluster of them.</source>
        <translation>Noch keine Cluster. „Studie &gt; Themen clustern“ bildet sie; oder haken Sie Themen an, die zusammengehören, und machen Sie ein Cluster daraus.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ColorLimitsDialog</name>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>Colour limits</source>
        <translation>Farbgrenzen</translation>
    </message>
    <message>
        <source>&amp;Weakest</source>
        <translation>&amp;Schwächster Wert</translation>
    </message>
    <message>
        <source>&amp;Lowest</source>
        <translation>&amp;Niedrigster Wert</translation>
    </message>
    <message>
        <source>&amp;Strongest</source>
        <translation>S&amp;tärkster Wert</translation>
    </message>
    <message>
        <source>&amp;Highest</source>
        <translation>&amp;Höchster Wert</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ConsequencesPanel</name>
    <message>
        <source>No change is being considered</source>
        <translation>Keine Änderung steht zur Wahl</translation>
    </message>
    <message>
        <source>Labels derived by OR</source>
        <translation>Mit ODER abgeleitete Labels</translation>
    </message>
    <message>
        <source>Answers that follow from those to several questions: yes where one of them is yes</source>
        <translation>Antworten, die aus denen auf mehrere Fragen folgen: Ja, wo eine davon Ja ist</translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation>Zu stellende Fragen</translation>
    </message>
    <message>
        <source>Sentences about which no stored answer tells anything</source>
        <translation>Sätze, zu denen keine gespeicherte Antwort etwas sagt</translation>
    </message>
    <message>
        <source>Neuron tags</source>
        <translation>Tags von Neuronen</translation>
    </message>
    <message>
        <source>Tags that would appear and vanish at the present thresholds</source>
        <translation>Tags, die bei den jetzigen Schwellen hinzukämen und wegfielen</translation>
    </message>
    <message>
        <source>Neuron tags by descriptor</source>
        <translation>Tags von Neuronen nach Deskriptor</translation>
    </message>
    <message>
        <source>Correlations that move by more than %1</source>
        <translation>Korrelationen, die sich um mehr als %1 ändern</translation>
    </message>
    <message>
        <source>Between two descriptors, over the sentences of both halves that have both answers</source>
        <translation>Zwischen zwei Deskriptoren, über die Sätze beider Hälften, die beide Antworten haben</translation>
    </message>
    <message>
        <source>Correlations that move</source>
        <translation>Korrelationen, die sich ändern</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter applies, Esc cancels</source>
        <translation>Eingabe wendet an, Esc bricht ab</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correlation(s) would be undefined</source>
        <translation>
            <numerusform>Eine Korrelation wäre nicht definiert</numerusform>
            <numerusform>%Ln Korrelationen wären nicht definiert</numerusform>
        </translation>
    </message>
    <message>
        <source>no activations yet</source>
        <translation>noch keine Aktivierungen</translation>
    </message>
    <message>
        <source>While you type a name or choose what to merge, split or move, this shows what it would do to labels, tags and correlations.</source>
        <translation>Während Sie einen Namen tippen oder wählen, was vereinigt, geteilt oder verschoben wird, steht hier, was das mit Labels, Tags und Korrelationen täte.</translation>
    </message>
    <message>
        <source>Another cluster has this name already: the two become one.</source>
        <translation>Ein anderes Cluster heißt schon so: die beiden werden eins.</translation>
    </message>
    <message>
        <source>%1 does it at once, and an undo takes it back</source>
        <translation>%1 tut es sofort, Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>not foreseen under this rule</source>
        <translation>unter dieser Regel nicht vorhersehbar</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ConsistencyPanel</name>
    <message>
        <source>Consistency of</source>
        <translation>Konsistenz von</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>The tags of a neuron in one half against those in the other</source>
        <translation>Die Tags eines Neurons in der einen Hälfte gegen die in der anderen</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>The neurons of a descriptor in one half against those in the other</source>
        <translation>Die Neuronen eines Deskriptors in der einen Hälfte gegen die in der anderen</translation>
    </message>
    <message>
        <source>intervals…</source>
        <translation>Intervalle …</translation>
    </message>
    <message>
        <source>Sentences are being resampled for the intervals</source>
        <translation>Für die Intervalle werden Sätze gezogen</translation>
    </message>
    <message>
        <source>%1 of the labels of both halves are answered.</source>
        <translation>%1 der Labels beider Hälften sind beantwortet.</translation>
    </message>
    <message>
        <source>no more than chance</source>
        <translation>nicht mehr als Zufall</translation>
    </message>
    <message>
        <source>At t = %1 the interval of the corrected value covers 0: neurons without meaning reach this Jaccard too.</source>
        <translation>Bei t = %1 schließt das Intervall des korrigierten Werts die 0 ein: Auch Neuronen ohne Bedeutung erreichen diesen Jaccard.</translation>
    </message>
    <message>
        <source>chance not told apart</source>
        <translation>von Zufall nicht zu trennen</translation>
    </message>
    <message>
        <source>At t = %1 there are no tags, or chance alone comes near 1.</source>
        <translation>Bei t = %1 gibt es keine Tags, oder der Zufall allein kommt nahe an 1.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CorpusPanel</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>Search the sentences</source>
        <translation>Die Sätze durchsuchen</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Both halves</source>
        <translation>Beide Hälften</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Beliebiges Label</translation>
    </message>
    <message>
        <source>%1 of %2 sentences</source>
        <translation>%1 von %2 Sätzen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CorrelationPair</name>
    <message>
        <source>Close the pair</source>
        <translation>Paar schließen</translation>
    </message>
    <message>
        <source>Close the pair (Esc)</source>
        <translation>Paar schließen (Esc)</translation>
    </message>
    <message>
        <source>Sentences of the chosen cell</source>
        <translation>Sätze der gewählten Zelle</translation>
    </message>
    <message>
        <source>φ is undefined: one of the two says the same in every sentence that knows both</source>
        <translation>φ ist undefiniert: einer der beiden sagt in allen Sätzen, die beide kennen, dasselbe</translation>
    </message>
    <message>
        <source>r over neurons %1, difference %2</source>
        <translation>r über Neuronen %1, Differenz %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2: %3 sentences</source>
        <translation>%1, %2: %3 Sätze</translation>
    </message>
    <message>
        <source>Show sentences of this cell</source>
        <translation>Sätze dieser Zelle zeigen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>First only</source>
        <translation>Nur der erste</translation>
    </message>
    <message>
        <source>Second only</source>
        <translation>Nur der zweite</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>φ %1 (95 %: %2; independent: 0), q %3 · %4 of the sentences answered for both</source>
        <translation>φ %1 (95 %: %2; unabhängig: 0), q %3 · %4 der Sätze für beide beantwortet</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CorrelationPanel</name>
    <message>
        <source>The figure was written to %1.</source>
        <translation>Die Abbildung wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>View of the correlation</source>
        <translation>Sicht der Korrelation</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>How the answers go together over the sentences of both halves</source>
        <translation>Wie die Antworten über die Sätze beider Hälften zusammengehen</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>How alike the neurons treat two descriptors</source>
        <translation>Wie ähnlich die Neuronen zwei Deskriptoren behandeln</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Over neurons minus over sentences: where the model has its own view</source>
        <translation>Über Neuronen minus über Sätze: wo das Modell seine eigene Sicht hat</translation>
    </message>
    <message>
        <source>No neurons yet</source>
        <translation>Noch keine Neuronen</translation>
    </message>
    <message>
        <source>Extract activations to compare with the model&apos;s own view.</source>
        <translation>Aktivierungen extrahieren, um mit der Sicht des Modells zu vergleichen.</translation>
    </message>
    <message>
        <source>A single descriptor</source>
        <translation>Ein einziger Deskriptor</translation>
    </message>
    <message>
        <source>Correlation needs a second one.</source>
        <translation>Korrelation braucht einen zweiten.</translation>
    </message>
    <message>
        <source>No descriptors yet</source>
        <translation>Noch keine Deskriptoren</translation>
    </message>
    <message>
        <source>Label the sentences with descriptors to see how they go together.</source>
        <translation>Die Sätze mit Deskriptoren beschriften, um zu sehen, wie sie zusammengehen.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CorrelationWords</name>
    <message>
        <source>Correlation of descriptors over sentences</source>
        <translation>Korrelation der Deskriptoren über Sätze</translation>
    </message>
    <message>
        <source>Correlation of descriptor profiles over neurons</source>
        <translation>Korrelation der Deskriptorprofile über Neuronen</translation>
    </message>
    <message>
        <source>Correlation over neurons minus over sentences</source>
        <translation>Korrelation über Neuronen minus über Sätze</translation>
    </message>
    <message>
        <source>φ of the answers, where both are answered</source>
        <translation>φ der Antworten, wo beide beantwortet sind</translation>
    </message>
    <message>
        <source>Pearson&apos;s r of the share f of each neuron&apos;s exemplars</source>
        <translation>Pearsons r des Anteils f an den Exemplaren jedes Neurons</translation>
    </message>
    <message>
        <source>above 0: closer for the model than in the sentences</source>
        <translation>über 0: für das Modell näher beieinander als in den Sätzen</translation>
    </message>
    <message>
        <source>φ</source>
        <translation>φ</translation>
    </message>
    <message>
        <source>r − φ</source>
        <translation>r − φ</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>half</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>resamples</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>order: alike beside alike (optimal leaf order of average linkage on 1 − φ)</source>
        <translation>Reihenfolge: Ähnliches neben Ähnlichem (optimale Blattfolge der Average-Linkage auf 1 − φ)</translation>
    </message>
    <message>
        <source>interval: multinomial bootstrap of the 2×2 table</source>
        <translation>Intervall: multinomialer Bootstrap der Vierfeldertafel</translation>
    </message>
    <message>
        <source>undefined pairs, one of them never varies</source>
        <translation>undefinierte Paare, einer der beiden schwankt nie</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>other descriptor</source>
        <translation>anderer Deskriptor</translation>
    </message>
    <message>
        <source>low</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>high</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>first only</source>
        <translation>nur erster</translation>
    </message>
    <message>
        <source>second only</source>
        <translation>nur zweiter</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>0: independent; q: Fisher&apos;s exact test, two-sided, Benjamini-Hochberg over all pairs</source>
        <translation>0: unabhängig; q: exakter Test nach Fisher, zweiseitig, Benjamini-Hochberg über alle Paare</translation>
    </message>
    <message>
        <source>single values: over neurons no interval is defined</source>
        <translation>einzelne Werte: Über Neuronen ist kein Intervall definiert</translation>
    </message>
    <message>
        <source>both answered</source>
        <translation>beide beantwortet</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CoverageBadge</name>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>%1 labelled</source>
        <translation>%1 gelabelt</translation>
    </message>
    <message>
        <source>Share of sentence and descriptor pairs with an answer. An unanswered pair counts neither as Yes nor as No.</source>
        <translation>Anteil der Paare aus Satz und Deskriptor, die eine Antwort haben. Ein unbeantwortetes Paar zählt weder als Ja noch als Nein.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::CurateBench</name>
    <message>
        <source>Every cluster that is shown has a name.</source>
        <translation>Jedes gezeigte Cluster hat einen Namen.</translation>
    </message>
    <message>
        <source>There is no other cluster.</source>
        <translation>Es gibt kein anderes Cluster.</translation>
    </message>
    <message>
        <source>Merge %1 into</source>
        <translation>%1 vereinigen mit</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln cluster(s) into</source>
        <translation>
            <numerusform>%Ln Cluster vereinigen mit</numerusform>
            <numerusform>%Ln Cluster vereinigen mit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln member(s) to</source>
        <translation>
            <numerusform>%Ln Mitglied verschieben nach</numerusform>
            <numerusform>%Ln Mitglieder verschieben nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing tells the members apart. Tick those that belong together, then split.</source>
        <translation>Nichts unterscheidet die Mitglieder. Haken Sie an, was zusammengehört, und teilen Sie dann.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s) still need a name: another has the suggested one already.</source>
        <translation>
            <numerusform>Ein Cluster braucht noch einen Namen: den vorgeschlagenen hat schon ein anderes.</numerusform>
            <numerusform>%Ln Cluster brauchen noch einen Namen: den vorgeschlagenen hat schon ein anderes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::DescribeDialog</name>
    <message>
        <source>Name the topics</source>
        <translation>Themen benennen</translation>
    </message>
    <message>
        <source>Topics of a sentence at most</source>
        <translation>Themen je Satz höchstens</translation>
    </message>
    <message>
        <source>&amp;Name the topics</source>
        <translation>Themen be&amp;nennen</translation>
    </message>
    <message>
        <source>Example sentence</source>
        <translation>Beispielsatz</translation>
    </message>
    <message>
        <source>Its topics</source>
        <translation>Seine Themen</translation>
    </message>
    <message>
        <source>What you expect for it: size, fitness, positive</source>
        <translation>Was Sie dafür erwarten: size, fitness, positive</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>E&amp;xample</source>
        <translation>Beispiel (&amp;x)</translation>
    </message>
    <message>
        <source>&amp;Its topics</source>
        <translation>Se&amp;ine Themen</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Prompt</translation>
    </message>
    <message>
        <source>Keyphrases of %1 sentences: words that are frequent in one and rare in the others. No model is needed.</source>
        <translation>Schlüsselwörter von %1 Sätzen: häufig in dem einen, selten in den anderen. Es braucht kein Modell.</translation>
    </message>
    <message>
        <source>%1 sentences and the example are sent to %2. It can be stopped and resumed; nothing is asked twice.</source>
        <translation>%1 Sätze und das Beispiel werden an %2 gesendet. Es lässt sich anhalten und fortsetzen; nichts wird zweimal gefragt.</translation>
    </message>
    <message>
        <source>%1 sentences. Nothing leaves this computer. It can be stopped and resumed.</source>
        <translation>%1 Sätze. Nichts verlässt diesen Rechner. Es lässt sich anhalten und fortsetzen.</translation>
    </message>
    <message>
        <source>Topi&amp;cs of a sentence at most</source>
        <translation>Themen je Satz hö&amp;chstens</translation>
    </message>
    <message>
        <source>Anot&amp;her one</source>
        <translation>Ein anderer (&amp;h)</translation>
    </message>
    <message>
        <source>Text of the example</source>
        <translation>Text des Beispiels</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::DescriptorPanel</name>
    <message>
        <source>Switch the descriptor off or on: off, it leaves tags, shares of occurrences and q</source>
        <translation>Den Deskriptor aus- oder einschalten: ausgeschaltet fehlt er in Tags, Anteilen der Vorkommen und q</translation>
    </message>
    <message>
        <source>Neurons tagged with this descriptor</source>
        <translation>Neuronen mit diesem Deskriptor</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>Nach Schicht</translation>
    </message>
    <message>
        <source>Neurons tagged with this descriptor by layer</source>
        <translation>Neuronen mit diesem Deskriptor nach Schicht</translation>
    </message>
    <message>
        <source>Sentences that have it</source>
        <translation>Sätze, die ihn haben</translation>
    </message>
    <message>
        <source>Sentences that have this descriptor</source>
        <translation>Sätze, die diesen Deskriptor haben</translation>
    </message>
    <message>
        <source>No descriptor is selected</source>
        <translation>Kein Deskriptor ist ausgewählt</translation>
    </message>
    <message>
        <source>Click a cell of the heat map, or press Ctrl+K and type a name.</source>
        <translation>Klicken Sie auf eine Zelle der Heatmap, oder drücken Sie Strg+K und geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Asked about: %1</source>
        <translation>Gefragt wurde nach: %1</translation>
    </message>
    <message>
        <source>%1 of %2 sentences have it · base rate %3</source>
        <translation>%1 von %2 Sätzen haben ihn · Grundrate %3</translation>
    </message>
    <message>
        <source>Excluded: it tags no neuron</source>
        <translation>Ausgeschlossen: er ist Tag keines Neurons</translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s) tagged with it</source>
        <translation>
            <numerusform>%Ln Neuron hat ihn als Tag</numerusform>
            <numerusform>%Ln Neuronen haben ihn als Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Derived from the answers about %1</source>
        <translation>Abgeleitet aus den Antworten zu %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Nobody was asked about it as a whole: yes where one of these answers is yes, no where all are no.</source>
        <translation>Danach wurde nicht als Ganzes gefragt: Ja, wo eine dieser Antworten Ja ist, Nein, wo alle Nein sind.</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>nach Schicht</translation>
    </message>
    <message>
        <source>Neurons tagged with %1, by layer</source>
        <translation>Neuronen mit dem Tag %1, nach Schicht</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Einschließen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EditHistoryModel</name>
    <message>
        <source>Before all edits</source>
        <translation>Vor allen Änderungen</translation>
    </message>
    <message>
        <source>%1, the present state</source>
        <translation>%1, der jetzige Stand</translation>
    </message>
    <message>
        <source>%1, undone</source>
        <translation>%1, rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EngineForm</name>
    <message>
        <source>&amp;Keep the key in the keychain</source>
        <translation>Schlüssel im Schlüsselbund a&amp;ufbewahren</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Words, without a model</source>
        <translation>Wörter, ohne Modell</translation>
    </message>
    <message>
        <source>Model on this computer</source>
        <translation>Modell auf diesem Rechner</translation>
    </message>
    <message>
        <source>Server (OpenAI-compatible)</source>
        <translation>Server (OpenAI-kompatibel)</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>W&amp;er antwortet</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>T5, FLAN-T5 or GPT-NeoX in Hugging Face layout</source>
        <translation>T5, FLAN-T5 oder GPT-NeoX im Hugging-Face-Format</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>Das schnellste vorhandene</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>Ger&amp;ät</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Only where the server asks for one</source>
        <translation>Nur wo der Server einen verlangt</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Ke&amp;y</source>
        <translation>Schl&amp;üssel</translation>
    </message>
    <message>
        <source>The keychain did not take the key: %1</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Choose the model&apos;s folder</source>
        <translation>Ordner des Modells wählen</translation>
    </message>
    <message>
        <source>Asking the server...</source>
        <translation>Der Server wird gefragt...</translation>
    </message>
    <message>
        <source>The server answers. It keeps no list of models: type the name of one.</source>
        <translation>Der Server antwortet. Er führt keine Liste der Modelle: Geben Sie den Namen ein.</translation>
    </message>
    <message numerus="yes">
        <source>The server answers. It has %Ln model(s).</source>
        <translation>
            <numerusform>Der Server antwortet. Er hat %Ln Modell.</numerusform>
            <numerusform>Der Server antwortet. Er hat %Ln Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>M&amp;odel folder</source>
        <translation>M&amp;odellordner</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EngineTrialView</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Neither Yes nor No</source>
        <translation>Weder Ja noch Nein</translation>
    </message>
    <message>
        <source>No usable answer: %1</source>
        <translation>Keine brauchbare Antwort: %1</translation>
    </message>
    <message>
        <source>Topics: %1</source>
        <translation>Themen: %1</translation>
    </message>
    <message>
        <source>%1, margin %2</source>
        <translation>%1, Abstand %2</translation>
    </message>
    <message>
        <source>Prompt and answer</source>
        <translation>Prompt und Antwort</translation>
    </message>
    <message>
        <source>Asking...</source>
        <translation>Wird gefragt...</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Beantwortet von %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Try on a &amp;sentence</source>
        <translation>An einem &amp;Satz ausprobieren</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::Evaluation</name>
    <message>
        <source>Precision and recall against t</source>
        <translation>Precision und Recall über t</translation>
    </message>
    <message>
        <source>mean over neurons, shaded SD; dashed: bootstrap 95 %; grey: tags against the truth of other neurons</source>
        <translation>Mittel über Neuronen, schattiert: SD; gestrichelt: Bootstrap 95 %; grau: Tags gegen die Wahrheit anderer Neuronen</translation>
    </message>
    <message>
        <source>Precision@K and recall@K</source>
        <translation>Precision@K und Recall@K</translation>
    </message>
    <message>
        <source>bars: bootstrap 95 % over neurons; dots: chance; the paper has 0.75 and 0.50 at K = 2, from 20 decisions (0.53 to 0.89)</source>
        <translation>Fehlerbalken: Bootstrap 95 % über Neuronen; Punkte: Zufall; der Artikel hat 0,75 und 0,50 bei K = 2, aus 20 Entscheidungen (0,53 bis 0,89)</translation>
    </message>
    <message>
        <source>Consistency of neurons, calibration and validation</source>
        <translation>Konsistenz der Neuronen, Kalibrierung und Validierung</translation>
    </message>
    <message>
        <source>Consistency of descriptors, calibration and validation</source>
        <translation>Konsistenz der Deskriptoren, Kalibrierung und Validierung</translation>
    </message>
    <message>
        <source>thin: Jaccard; thick: corrected for chance; shaded and dashed: 95 %; grey: what tags without meaning reach</source>
        <translation>dünn: Jaccard; dick: um den Zufall bereinigt; schattiert und gestrichelt: 95 %; grau: was Tags ohne Bedeutung erreichen</translation>
    </message>
    <message>
        <source>k and t</source>
        <translation>k und t</translation>
    </message>
    <message>
        <source>the ring is the study&apos;s k and t</source>
        <translation>der Ring ist k und t der Studie</translation>
    </message>
    <message>
        <source>Descriptors in both halves</source>
        <translation>Deskriptoren in beiden Hälften</translation>
    </message>
    <message>
        <source>share of the answered sentences, with Wilson&apos;s interval; excluded descriptors are part of it</source>
        <translation>Anteil an den beantworteten Sätzen, mit Wilson-Intervall; ausgeschlossene Deskriptoren gehören dazu</translation>
    </message>
    <message>
        <source>truth: the first of the reference labels</source>
        <translation>Wahrheit: die ersten der Referenzlabels</translation>
    </message>
    <message>
        <source>intervals from</source>
        <translation>Intervalle aus</translation>
    </message>
    <message>
        <source>undefined where 1 - chance is below 0.05</source>
        <translation>undefiniert, wo 1 - Zufall unter 0,05 liegt</translation>
    </message>
    <message>
        <source>k is near 10 %: some resampled exemplars are slightly fewer</source>
        <translation>k ist nahe 10 %: manche gezogenen Exemplare sind etwas weniger</translation>
    </message>
    <message>
        <source>corrected J: chance from cyclic shifts, approximate; shifts</source>
        <translation>bereinigtes J: Zufall aus zyklischen Verschiebungen, genähert; Verschiebungen</translation>
    </message>
    <message>
        <source>left out for empty sets at t = </source>
        <translation>wegen leerer Mengen ausgelassen bei t = </translation>
    </message>
    <message>
        <source>neurons judged</source>
        <translation>beurteilte Neuronen</translation>
    </message>
    <message>
        <source>cells with less than 90 % of reference labels, left out</source>
        <translation>Zellen mit weniger als 90 % der Referenzlabels, ausgelassen</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>low</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>high</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>used</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>threshold t</source>
        <translation>Schwelle t</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>resamples</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>corrected for chance</source>
        <translation>um den Zufall bereinigt</translation>
    </message>
    <message>
        <source>corrected J</source>
        <translation>bereinigtes J</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>k in %</source>
        <translation>k in %</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 random, seed %2</source>
        <translation>%1 zufällige, Startwert %2</translation>
    </message>
    <message>
        <source>left out for empty sets at K = </source>
        <translation>wegen leerer Mengen ausgelassen bei K = </translation>
    </message>
    <message>
        <source>reference answers</source>
        <translation>Referenzantworten</translation>
    </message>
    <message>
        <source>labels answered</source>
        <translation>Labels beantwortet</translation>
    </message>
    <message>
        <source>at t = </source>
        <translation>bei t = </translation>
    </message>
    <message>
        <source>no more than chance: the interval covers 0</source>
        <translation>nicht mehr als Zufall: Das Intervall schließt die 0 ein</translation>
    </message>
    <message>
        <source>less than chance</source>
        <translation>weniger als Zufall</translation>
    </message>
    <message>
        <source>nothing can be told: chance alone comes near 1</source>
        <translation>nichts lässt sich sagen: Der Zufall allein kommt nahe an 1</translation>
    </message>
    <message>
        <source>undefined: no tag in either half</source>
        <translation>undefiniert: kein Tag in beiden Hälften</translation>
    </message>
    <message>
        <source>single values: intervals and chance level are in precision and recall against t</source>
        <translation>einzelne Werte: Intervalle und Zufallsniveau stehen bei Precision und Recall über t</translation>
    </message>
    <message>
        <source>count of all tags, also those that chance alone would give</source>
        <translation>Zahl aller Tags, auch derer, die der Zufall allein ergäbe</translation>
    </message>
    <message>
        <source>single values: intervals are in consistency</source>
        <translation>einzelne Werte: Intervalle stehen bei der Konsistenz</translation>
    </message>
    <message>
        <source>best t where a false tag costs so many missed ones</source>
        <translation>bestes t, wo ein falscher Tag so viele verpasste kostet</translation>
    </message>
    <message>
        <source>cost of a neuron in missed tags</source>
        <translation>Kosten eines Neurons in verpassten Tags</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 bookmarked: %2</source>
        <translation>%1 mit Lesezeichen: %2</translation>
    </message>
    <message>
        <source>grey: undefined, nothing to compare or chance alone comes near 1</source>
        <translation>grau: undefiniert, nichts zu vergleichen, oder der Zufall allein kommt 1 nahe</translation>
    </message>
    <message>
        <source>no intervals: in one half no category has two sentences to draw from</source>
        <translation>keine Intervalle: in einer Hälfte hat keine Kategorie zwei Sätze, aus denen gezogen werden könnte</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EvaluationFigure</name>
    <message>
        <source>The figure was written to %1.</source>
        <translation>Die Abbildung wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>This rule is no frequency</source>
        <translation>Diese Regel ist keine Häufigkeit</translation>
    </message>
    <message>
        <source>Evaluation and consistency are of the frequency f: choose the rule share of sentences or share of occurrences in Thresholds.</source>
        <translation>Auswertung und Konsistenz gelten der Häufigkeit f: Wählen Sie unter Schwellenwerte die Regel Anteil der Sätze oder Anteil der Vorkommen.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>No reference labels</source>
        <translation>Keine Referenzlabels</translation>
    </message>
    <message>
        <source>Truth comes from somebody else than the model that labelled: have another engine label the exemplars of some neurons under a name of its own, or import a person&apos;s answers (Study &gt; Label).</source>
        <translation>Die Wahrheit kommt von jemand anderem als dem Modell, das gelabelt hat: Lassen Sie ein anderes Modell die Exemplare einiger Neuronen unter eigenem Namen labeln, oder importieren Sie die Antworten eines Menschen (Studie &gt; Labeln).</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Choose other neurons, or another k.</source>
        <translation>Wählen Sie andere Neuronen oder ein anderes k.</translation>
    </message>
    <message>
        <source>The answers of %1 cover less than 90 % of the exemplars of these neurons. Choose another truth, other neurons, or another k.</source>
        <translation>Die Antworten von %1 decken weniger als 90 % der Exemplare dieser Neuronen ab. Wählen Sie eine andere Wahrheit, andere Neuronen oder ein anderes k.</translation>
    </message>
    <message>
        <source>No neuron is chosen</source>
        <translation>Kein Neuron ist gewählt</translation>
    </message>
    <message>
        <source>Above, draw some, name some, or take all. Bookmarked are those whose page has the star filled.</source>
        <translation>Oben einige auslosen, einige nennen oder alle nehmen. Ein Lesezeichen haben die, auf deren Seite der Stern gefüllt ist.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::EvaluationHead</name>
    <message>
        <source>&amp;Truth</source>
        <translation>&amp;Wahrheit</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>Mean over %Ln neuron(s), with the bootstrap interval of 95 %. By chance: %1.</source>
        <translation>
            <numerusform>Mittel über %Ln Neuron, mit dem Bootstrap-Intervall von 95 %. Durch Zufall: %1.</numerusform>
            <numerusform>Mittel über %Ln Neuronen, mit dem Bootstrap-Intervall von 95 %. Durch Zufall: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Precision@2</source>
        <translation>Precision@2</translation>
    </message>
    <message>
        <source>Recall@2</source>
        <translation>Recall@2</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>Consistency at t = %1</source>
        <translation>Konsistenz bei t = %1</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>bereinigt</translation>
    </message>
    <message numerus="yes">
        <source>Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance gives (%1). %Ln neuron(s) without a tag are left out.</source>
        <translation>
            <numerusform>Mittlerer Jaccard-Wert der Tags aller Neuronen in beiden Hälften, dann um das bereinigt, was der Zufall ergibt (%1). %Ln Neuron ohne Tag ist ausgelassen.</numerusform>
            <numerusform>Mittlerer Jaccard-Wert der Tags aller Neuronen in beiden Hälften, dann um das bereinigt, was der Zufall ergibt (%1). %Ln Neuronen ohne Tag sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · none of the needed answers</source>
        <translation>%1 · keine der nötigen Antworten</translation>
    </message>
    <message>
        <source>%1 · %2 answered</source>
        <translation>%1 · %2 beantwortet</translation>
    </message>
    <message>
        <source>Has answered about none of the exemplars of these neurons</source>
        <translation>Hat zu keinem der Exemplare dieser Neuronen geantwortet</translation>
    </message>
    <message>
        <source>%1 of %2 needed answers; %3 of %4 descriptors of a neuron can be judged, the others have less than 90 % answered</source>
        <translation>%1 von %2 nötigen Antworten; %3 von %4 Deskriptoren eines Neurons sind zu beurteilen, bei den übrigen sind weniger als 90 % beantwortet</translation>
    </message>
    <message>
        <source>Nobody but the model has labelled sentences: Study &gt; Label has another engine label under a name of its own, or takes a person&apos;s answers</source>
        <translation>Niemand außer dem Modell hat Sätze beschriftet: Studie &gt; Beschriften lässt eine andere Engine unter eigenem Namen beschriften oder nimmt Antworten einer Person</translation>
    </message>
    <message>
        <source>The annotator whose answers are the reference labels, and how many of the pairs of an exemplar and a descriptor that are needed it has answered</source>
        <translation>Wessen Antworten die Referenz sind und wie viele der nötigen Paare aus Exemplar und Deskriptor beantwortet sind</translation>
    </message>
    <message>
        <source>There are no reference labels, or they are being compared</source>
        <translation>Es gibt keine Referenzantworten, oder sie werden noch verglichen</translation>
    </message>
    <message>
        <source>(chance %1)</source>
        <translation>(Zufall %1)</translation>
    </message>
    <message>
        <source>&amp;Use share of sentences</source>
        <translation>Anteil der Sätze &amp;verwenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s):</source>
        <translation>
            <numerusform>%Ln Neuron:</numerusform>
            <numerusform>%Ln Neuronen:</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no tags yet, or they are being compared</source>
        <translation>Es gibt noch keine Tags, oder sie werden verglichen</translation>
    </message>
    <message>
        <source>all %1 neurons:</source>
        <translation>alle %1 Neuronen:</translation>
    </message>
    <message>
        <source>No numbers under %1: they are of the frequency f.</source>
        <translation>Keine Zahlen unter %1: sie gelten der Häufigkeit f.</translation>
    </message>
    <message>
        <source>No neuron is chosen</source>
        <translation>Kein Neuron ist gewählt</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ExportDialog</name>
    <message>
        <source>Export a part of the study</source>
        <translation>Einen Teil der Studie exportieren</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>An&amp;notator</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>View of the correlation</source>
        <translation>Ansicht der Korrelation</translation>
    </message>
    <message>
        <source>Value of the heat map</source>
        <translation>Wert der Heatmap</translation>
    </message>
    <message>
        <source>over sentences</source>
        <translation>über Sätze</translation>
    </message>
    <message>
        <source>over neurons</source>
        <translation>über Neuronen</translation>
    </message>
    <message>
        <source>difference of the two</source>
        <translation>Differenz der beiden</translation>
    </message>
    <message>
        <source>f, the share of the exemplars</source>
        <translation>f, der Anteil der Exemplare</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>q</source>
        <translation>q</translation>
    </message>
    <message>
        <source>exemplars that have it</source>
        <translation>Exemplare, die ihn haben</translation>
    </message>
    <message>
        <source>k = %1 %</source>
        <translation>k = %1 %</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>calibration half</source>
        <translation>Kalibrierungshälfte</translation>
    </message>
    <message>
        <source>validation half</source>
        <translation>Validierungshälfte</translation>
    </message>
    <message>
        <source>top tail</source>
        <translation>oberes Ende</translation>
    </message>
    <message>
        <source>bottom tail</source>
        <translation>unteres Ende</translation>
    </message>
    <message>
        <source>At the thresholds in force: %1.</source>
        <translation>Bei den geltenden Schwellenwerten: %1.</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Va&amp;lue</source>
        <translation>&amp;Wert</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ExtractDialog</name>
    <message>
        <source>Extract activations</source>
        <translation>Aktivierungen extrahieren</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>&amp;Model folder</source>
        <translation>&amp;Modellordner</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>M&amp;essstelle</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>&amp;Pooling</source>
        <translation>P&amp;ooling</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Store &amp;as</source>
        <translation>S&amp;peichern als</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>all (%1)</source>
        <translation>alle (%1)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>&amp;Extract</source>
        <translation>E&amp;xtrahieren</translation>
    </message>
    <message>
        <source>Feed-forward output (the paper&apos;s neurons)</source>
        <translation>Feed-forward-Ausgang (die Neuronen des Artikels)</translation>
    </message>
    <message>
        <source>Feed-forward inner, after GELU</source>
        <translation>Feed-forward innen, nach GELU</translation>
    </message>
    <message>
        <source>Attention output</source>
        <translation>Attention-Ausgang</translation>
    </message>
    <message>
        <source>Block output</source>
        <translation>Block-Ausgang</translation>
    </message>
    <message>
        <source>[CLS] token</source>
        <translation>[CLS]-Token</translation>
    </message>
    <message>
        <source>Mean of the tokens</source>
        <translation>Mittel der Tokens</translation>
    </message>
    <message>
        <source>Maximum of the tokens</source>
        <translation>Maximum der Tokens</translation>
    </message>
    <message>
        <source>16-bit numbers</source>
        <translation>16-Bit-Zahlen</translation>
    </message>
    <message>
        <source>32-bit numbers</source>
        <translation>32-Bit-Zahlen</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>Das schnellste vorhandene</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Choose the model&apos;s folder</source>
        <translation>Den Ordner des Modells wählen</translation>
    </message>
    <message>
        <source>%1 sentences × %2 neurons (%3 layers × %4): %5 on disk. It can be stopped and resumed.</source>
        <translation>%1 Sätze × %2 Neuronen (%3 Schichten × %4): %5 auf der Platte. Es lässt sich anhalten und fortsetzen.</translation>
    </message>
    <message>
        <source>A BERT, DistilBERT or RoBERTa in Hugging Face layout</source>
        <translation>Ein BERT, DistilBERT oder RoBERTa in der Ordnung von Hugging Face</translation>
    </message>
    <message>
        <source>Choose the folder that holds config.json, the vocabulary and the weights (model.safetensors or pytorch_model.bin).</source>
        <translation>Wählen Sie den Ordner mit config.json, dem Vokabular und den Gewichten (model.safetensors oder pytorch_model.bin).</translation>
    </message>
    <message>
        <source>There is no config.json of a BERT, DistilBERT or RoBERTa in this folder.</source>
        <translation>In diesem Ordner liegt keine config.json eines BERT, DistilBERT oder RoBERTa.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FigureButton</name>
    <message>
        <source>Show as &amp;Figure…</source>
        <translation>Als &amp;Abbildung zeigen…</translation>
    </message>
    <message>
        <source>%1: figure</source>
        <translation>%1: Abbildung</translation>
    </message>
    <message>
        <source>Show it large, with its table, to export as SVG, PDF, PNG or CSV</source>
        <translation>Groß zeigen, mit Tabelle, zum Exportieren als SVG, PDF, PNG oder CSV</translation>
    </message>
    <message>
        <source>The figure was written to %1.</source>
        <translation>Die Abbildung wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FigureDialog</name>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>There are no values to draw yet.</source>
        <translation>Noch gibt es keine Werte zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FigurePane</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the same values as a table (T)</source>
        <translation>Dieselben Werte als Tabelle zeigen (T)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the figure or its table to a file</source>
        <translation>Die Abbildung oder ihre Tabelle in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Table (&amp;CSV)…</source>
        <translation>Tabelle (&amp;CSV) …</translation>
    </message>
    <message>
        <source>&amp;Vector picture (SVG)…</source>
        <translation>&amp;Vektorbild (SVG) …</translation>
    </message>
    <message>
        <source>&amp;Page (PDF)…</source>
        <translation>&amp;Seite (PDF) …</translation>
    </message>
    <message>
        <source>P&amp;icture (PNG)…</source>
        <translation>&amp;Bild (PNG) …</translation>
    </message>
    <message>
        <source>Picture at &amp;twice the size (PNG)…</source>
        <translation>Bild in &amp;doppelter Größe (PNG) …</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>Tabelle zu %1</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Table of a figure</source>
        <translation>Tabelle einer Abbildung</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1-Dateien</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FigureTableModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FigureView</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2: %3</translation>
    </message>
    <message>
        <source>The arrow keys go from cell to cell.</source>
        <translation>Die Pfeiltasten gehen von Zelle zu Zelle.</translation>
    </message>
    <message>
        <source>The arrow keys go from point to point.</source>
        <translation>Die Pfeiltasten gehen von Punkt zu Punkt.</translation>
    </message>
    <message>
        <source>Show as &amp;Table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>Table (&amp;CSV)…</source>
        <translation>Tabelle (&amp;CSV) …</translation>
    </message>
    <message>
        <source>&amp;Vector picture (SVG)…</source>
        <translation>&amp;Vektorbild (SVG) …</translation>
    </message>
    <message>
        <source>&amp;Page (PDF)…</source>
        <translation>&amp;Seite (PDF) …</translation>
    </message>
    <message>
        <source>P&amp;icture (PNG)…</source>
        <translation>&amp;Bild (PNG) …</translation>
    </message>
    <message>
        <source>Picture at &amp;twice the size (PNG)…</source>
        <translation>Bild in &amp;doppelter Größe (PNG) …</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FileCommands</name>
    <message>
        <source>Re&amp;port...</source>
        <translation>Be&amp;richt...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;xportieren...</translation>
    </message>
    <message>
        <source>Open a study first</source>
        <translation>Zuerst eine Studie öffnen</translation>
    </message>
    <message>
        <source>Import sentences first</source>
        <translation>Zuerst Sätze importieren</translation>
    </message>
    <message>
        <source>Write a report of the study</source>
        <translation>Einen Bericht über die Studie schreiben</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 was written: %2.</source>
        <translation>%1 wurde geschrieben: %2.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::Finder</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a neuron, descriptor or sentence</source>
        <translation>Ein Neuron, einen Deskriptor oder Satz suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>Keine Studie ist geöffnet.</translation>
    </message>
    <message>
        <source>Type a neuron such as 3/58, part of a descriptor&apos;s name, or words of a sentence.</source>
        <translation>Geben Sie ein Neuron wie 3/58, einen Teil vom Namen eines Deskriptors oder Wörter eines Satzes ein.</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::FinderModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>Satz</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::Format</name>
    <message>
        <source>undefined</source>
        <translation>undefiniert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HalvesPanel</name>
    <message>
        <source>The figure was written to %1.</source>
        <translation>Die Abbildung wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>No descriptors yet</source>
        <translation>Noch keine Deskriptoren</translation>
    </message>
    <message>
        <source>Label the sentences with descriptors to see how frequent they are.</source>
        <translation>Labeln Sie die Sätze mit Deskriptoren, um zu sehen, wie häufig sie sind.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatMap</name>
    <message>
        <source>neurons (colour strip: layer 0 … %1)</source>
        <translation>Neuronen (Farbstreifen: Schicht 0 … %1)</translation>
    </message>
    <message>
        <source>neurons tagged</source>
        <translation>Neuronen mit Tag</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>occurrence</source>
        <translation>Vorkommen</translation>
    </message>
    <message>
        <source>zoom in to see which cells are tags</source>
        <translation>hineinzoomen, um Tags zu sehen</translation>
    </message>
    <message>
        <source>tag, q not below</source>
        <translation>Tag, q nicht darunter</translation>
    </message>
    <message>
        <source>tag, q &lt; %1</source>
        <translation>Tag, q &lt; %1</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatMapPanel</name>
    <message>
        <source>Values of the heat map</source>
        <translation>Werte der Heatmap</translation>
    </message>
    <message>
        <source>No neuron is left</source>
        <translation>Kein Neuron ist übrig</translation>
    </message>
    <message>
        <source>Lower t, or take the filters back.</source>
        <translation>Senken Sie t, oder nehmen Sie die Filter zurück.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export the heat map</source>
        <translation>Die Heatmap exportieren</translation>
    </message>
    <message>
        <source>The heat map was written to %1.</source>
        <translation>Die Heatmap wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (tag)</source>
        <translation>%1 (Tag)</translation>
    </message>
    <message>
        <source>%1 (solid tag)</source>
        <translation>%1 (gefüllter Tag)</translation>
    </message>
    <message>
        <source>%1 (hollow tag)</source>
        <translation>%1 (hohler Tag)</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1-Dateien</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatMapTools</name>
    <message>
        <source>Tagged only</source>
        <translation>Nur mit Tag</translation>
    </message>
    <message>
        <source>Colours…</source>
        <translation>Farben…</translation>
    </message>
    <message>
        <source>Set the limits of the colour bar</source>
        <translation>Die Grenzen des Farbbalkens setzen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the same values as a table</source>
        <translation>Dieselben Werte als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Value shown</source>
        <translation>Gezeigter Wert</translation>
    </message>
    <message>
        <source>Chance of so many by luck, corrected for all cells; small is strong</source>
        <translation>Wahrscheinlichkeit, dass Zufall so viele ergibt, korrigiert für alle Zellen; klein ist stark</translation>
    </message>
    <message>
        <source>Order of the neurons</source>
        <translation>Reihenfolge der Neuronen</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Neurons by layer and number</source>
        <translation>Neuronen nach Schicht und Nummer</translation>
    </message>
    <message>
        <source>seriated</source>
        <translation>seriiert</translation>
    </message>
    <message>
        <source>Neurons with the same strongest descriptor together</source>
        <translation>Neuronen mit demselben stärksten Deskriptor beisammen</translation>
    </message>
    <message>
        <source>by descriptor</source>
        <translation>nach Deskriptor</translation>
    </message>
    <message>
        <source>Neurons by the value of the selected descriptor</source>
        <translation>Neuronen nach dem Wert des ausgewählten Deskriptors</translation>
    </message>
    <message>
        <source>Filter descriptors</source>
        <translation>Deskriptoren filtern</translation>
    </message>
    <message>
        <source>Hide neurons without a tag</source>
        <translation>Neuronen ohne Tag verbergen</translation>
    </message>
    <message>
        <source>layer </source>
        <translation>Schicht </translation>
    </message>
    <message>
        <source>to </source>
        <translation>bis </translation>
    </message>
    <message>
        <source>First layer shown</source>
        <translation>Erste gezeigte Schicht</translation>
    </message>
    <message>
        <source>Last layer shown</source>
        <translation>Letzte gezeigte Schicht</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write what is seen to a file</source>
        <translation>Was zu sehen ist, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Table of all rows (CSV)…</source>
        <translation>Tabelle aller Zeilen (CSV)…</translation>
    </message>
    <message>
        <source>Vector picture (SVG)…</source>
        <translation>Vektorbild (SVG)…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Seite (PDF)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 neurons × %2 descriptors</source>
        <translation>%1 Neuronen × %2 Deskriptoren</translation>
    </message>
    <message>
        <source>Mark tags</source>
        <translation>Tags markieren</translation>
    </message>
    <message>
        <source>Show which cells are tags, where they are large enough: a full mark where q is below the limit of Thresholds, an empty one where it is not</source>
        <translation>Zeigt, welche Zellen Tags sind, wo sie groß genug dafür sind: gefüllt, wo q unter der Grenze aus den Schwellen liegt, hohl, wo nicht</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatMapView</name>
    <message>
        <source>Heat map of neurons and descriptors</source>
        <translation>Heatmap aus Neuronen und Deskriptoren</translation>
    </message>
    <message numerus="yes">
        <source>Each line of the picture shows the hottest of up to %Ln neurons; zoom in with the wheel to separate them.</source>
        <translation>
            <numerusform>Jede Zeile des Bildes zeigt ein Neuron.</numerusform>
            <numerusform>Jede Zeile des Bildes zeigt das heißeste von bis zu %Ln Neuronen; zum Trennen mit dem Mausrad vergrößern.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (excluded)</source>
        <translation>%1 (ausgeschlossen)</translation>
    </message>
    <message>
        <source>%1 neurons × %2 descriptors; the arrow keys go from cell to cell</source>
        <translation>%1 Neuronen × %2 Deskriptoren; die Pfeiltasten gehen von Zelle zu Zelle</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HeatTableModel</name>
    <message>
        <source>Neuron %1</source>
        <translation>Neuron %1</translation>
    </message>
    <message>
        <source>Neuron %1, %2: %3</source>
        <translation>Neuron %1, %2: %3</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 von höchstens %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::HistoryPanel</name>
    <message>
        <source>No edits yet</source>
        <translation>Noch keine Änderungen</translation>
    </message>
    <message>
        <source>Everything you do to the clusters is kept here, and any state can be gone back to.</source>
        <translation>Alles, was Sie mit den Clustern tun, bleibt hier stehen, und zu jedem Stand können Sie zurück.</translation>
    </message>
    <message>
        <source>Edits of the clusters, the newest first</source>
        <translation>Änderungen an den Clustern, die neueste zuerst</translation>
    </message>
    <message>
        <source>Double click or Enter goes to the state after an edit</source>
        <translation>Doppelklick oder Eingabe geht zum Stand nach einer Änderung</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them are in force</source>
        <translation>%1 davon gelten</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ImportDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import sentences</source>
        <translation>Sätze importieren</translation>
    </message>
    <message>
        <source>Choose &amp;files...</source>
        <translation>&amp;Dateien wählen...</translation>
    </message>
    <message>
        <source>First records</source>
        <translation>Erste Datensätze</translation>
    </message>
    <message>
        <source>JSON lines, JSON, CSV, TSV, Amazon reviews, plain text or WordNet; also compressed.</source>
        <translation>JSON-Zeilen, JSON, CSV, TSV, Amazon-Rezensionen, reiner Text oder WordNet; auch komprimiert.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>No file is chosen yet</source>
        <translation>Noch keine Datei gewählt</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>%1 of %2 records are kept</source>
        <translation>%1 von %2 Datensätzen werden behalten</translation>
    </message>
    <message>
        <source>%1 of %2 records are kept so far</source>
        <translation>Bisher werden %1 von %2 Datensätzen behalten</translation>
    </message>
    <message>
        <source>%1 with replaced characters</source>
        <translation>%1 mit ersetzten Zeichen</translation>
    </message>
    <message>
        <source>Which field holds the text?</source>
        <translation>Welches Feld enthält den Text?</translation>
    </message>
    <message>
        <source>Choose it under &quot;Text field&quot;.</source>
        <translation>Wählen Sie es unter „Textfeld“.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ImportForm</name>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Text field</source>
        <translation>&amp;Textfeld</translation>
    </message>
    <message>
        <source>Text field</source>
        <translation>Textfeld</translation>
    </message>
    <message>
        <source>&amp;Category field</source>
        <translation>&amp;Kategoriefeld</translation>
    </message>
    <message>
        <source>Category field</source>
        <translation>Kategoriefeld</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>T&amp;rennzeichen</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Zeichensatz</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>&amp;Words at least</source>
        <translation>&amp;Wörter mindestens</translation>
    </message>
    <message>
        <source>Words at &amp;most</source>
        <translation>Wörter h&amp;öchstens</translation>
    </message>
    <message>
        <source>&amp;Sentences per category</source>
        <translation>&amp;Sätze je Kategorie</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>Nur Englisch</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Label columns</source>
        <translation>Label-Spalten</translation>
    </message>
    <message>
        <source>Columns with 0 and 1, or yes and no: each becomes a descriptor with its answers.</source>
        <translation>Spalten mit 0 und 1 oder yes und no: jede wird ein Deskriptor mit seinen Antworten.</translation>
    </message>
    <message>
        <source>La&amp;bel columns</source>
        <translation>La&amp;bel-Spalten</translation>
    </message>
    <message>
        <source>%1 (detected)</source>
        <translation>%1 (erkannt)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::JobRow</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::JobsPanel</name>
    <message>
        <source>No jobs</source>
        <translation>Keine Aufträge</translation>
    </message>
    <message>
        <source>Imports, labelling and extraction show here while they run.</source>
        <translation>Importe, Labeln und Extraktion erscheinen hier, während sie laufen.</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::KeyHint</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::LabelDialog</name>
    <message>
        <source>Label sentences</source>
        <translation>Sätze labeln</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Labeln</translation>
    </message>
    <message>
        <source>Match &amp;words</source>
        <translation>&amp;Wörter vergleichen</translation>
    </message>
    <message>
        <source>Import a &amp;file</source>
        <translation>&amp;Datei importieren</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>Further words, separated by commas</source>
        <translation>Weitere Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Answers of</source>
        <translation>Antworten von</translation>
    </message>
    <message>
        <source>The label matrix B</source>
        <translation>Die Label-Matrix B</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>&amp;Answers of</source>
        <translation>&amp;Antworten von</translation>
    </message>
    <message>
        <source>CSV, TSV or JSON lines with a column &quot;id&quot; or &quot;text&quot; and one column per descriptor with 0 or 1, yes or no; empty is unanswered. Another name than B makes reference labels, which stand beside the matrix and never overwrite it.</source>
        <translation>CSV, TSV oder JSON-Zeilen mit einer Spalte „id“ oder „text“ und einer Spalte je Deskriptor mit 0 oder 1, yes oder no; leer heißt unbeantwortet. Ein anderer Name als B ergibt Referenz-Labels, die neben der Matrix stehen und sie nie überschreiben.</translation>
    </message>
    <message>
        <source>Choose a file of labels</source>
        <translation>Eine Datei mit Labels wählen</translation>
    </message>
    <message>
        <source>Labels (*.csv *.tsv *.jsonl);;All files (*)</source>
        <translation>Labels (*.csv *.tsv *.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A sentence has a descriptor when its name, or one of the further words, occurs in it in any form. Every sentence gets an answer. Descriptors that somebody else has answered, such as columns of an import, keep those answers.</source>
        <translation>Ein Satz hat einen Deskriptor, wenn dessen Name oder eines der weiteren Wörter in irgendeiner Form darin vorkommt. Jeder Satz bekommt eine Antwort. Deskriptoren, die schon jemand anderes beantwortet hat, etwa Spalten eines Imports, behalten diese Antworten.</translation>
    </message>
    <message>
        <source>Ask a lan&amp;guage model</source>
        <translation>Ein Sprachmodell fra&amp;gen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::LabelJudge</name>
    <message>
        <source>Labels judged by</source>
        <translation>Labels beurteilt von</translation>
    </message>
    <message>
        <source>Who judges the labels</source>
        <translation>Wer die Labels beurteilt</translation>
    </message>
    <message>
        <source>How good the model&apos;s labels are by the answers of this annotator: from it follows f*, what f would be without their errors. It is shown and never used for tags, p or q.</source>
        <translation>Wie gut die Labels des Modells nach den Antworten dieser Person sind: Daraus folgt f*, was f ohne ihre Fehler wäre. Es wird angezeigt und nie für Tags, p oder q verwendet.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>f* undefined: %1</source>
        <translation>f* undefiniert: %1</translation>
    </message>
    <message>
        <source>without the errors of the labels that %1 finds: f* %2 (%3), lift* %4</source>
        <translation>ohne die Fehler der Labels, die %1 findet: f* %2 (%3), Lift* %4</translation>
    </message>
    <message>
        <source>%1 has no answers that judge it</source>
        <translation>%1 hat keine Antworten, die es beurteilen</translation>
    </message>
    <message>
        <source>%1 has too few answers on one side</source>
        <translation>%1 hat auf einer Seite zu wenige Antworten</translation>
    </message>
    <message>
        <source>to %1 the labels are no better than chance</source>
        <translation>nach %1 sind die Labels nicht besser als der Zufall</translation>
    </message>
    <message>
        <source>no exemplar is answered</source>
        <translation>kein Exemplar ist beantwortet</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::LandscapePanel</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Values of the landscape</source>
        <translation>Werte der Landschaft</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tags of all neurons</source>
        <translation>Tags aller Neuronen</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Precision of the chosen neurons</source>
        <translation>Precision der gewählten Neuronen</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Recall of the chosen neurons</source>
        <translation>Recall der gewählten Neuronen</translation>
    </message>
    <message>
        <source>corrected J</source>
        <translation>bereinigtes J</translation>
    </message>
    <message>
        <source>Consistency of all neurons, corrected for chance</source>
        <translation>Konsistenz aller Neuronen, um den Zufall bereinigt</translation>
    </message>
    <message>
        <source>&amp;Missed tags a false one costs</source>
        <translation>Ein falsches kostet so viele &amp;verpasste Tags</translation>
    </message>
    <message>
        <source>Missed tags a false one costs</source>
        <translation>Ein falsches kostet so viele verpasste Tags</translation>
    </message>
    <message>
        <source>Apply the best t</source>
        <translation>Das beste t anwenden</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>All k and t are being counted</source>
        <translation>Alle k und t werden gezählt</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>genähert</translation>
    </message>
    <message>
        <source>The chance level is the mean over some cyclic shifts of the neurons, not over all pairs of neurons; Consistency has the exact one.</source>
        <translation>Der Zufallswert ist das Mittel über einige zyklische Verschiebungen der Neuronen, nicht über alle Paare; den genauen zeigt Konsistenz.</translation>
    </message>
    <message>
        <source>Best t: %1 (%2 to %3 without one neuron). Cost of a neuron, in missed tags: %4; held out %5.</source>
        <translation>Bestes t: %1 (%2 bis %3 ohne ein Neuron). Kosten je Neuron, in verpassten Tags: %4; zurückgehalten %5.</translation>
    </message>
    <message>
        <source>Truth is the three strongest reference descriptors of each neuron. Held out: each neuron at the t that is best for the others.</source>
        <translation>Wahrheit sind die drei stärksten Referenzdeskriptoren jedes Neurons. Zurückgehalten: jedes Neuron bei dem t, das für die anderen das beste ist.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MainWindow</name>
    <message>
        <source>Stopping; what is finished is kept</source>
        <translation>Wird angehalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>&amp;New Study...</source>
        <translation>&amp;Neue Studie...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Built-in Study</source>
        <translation>&amp;Eingebaute Studie</translation>
    </message>
    <message>
        <source>Save &amp;As...</source>
        <translation>Speichern &amp;unter...</translation>
    </message>
    <message>
        <source>&amp;Close Study</source>
        <translation>Studie &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find...</source>
        <translation>&amp;Suchen...</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>&amp;Label...</source>
        <translation>&amp;Labeln...</translation>
    </message>
    <message>
        <source>&amp;Extract...</source>
        <translation>&amp;Extrahieren...</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Rejected Records...</source>
        <translation>&amp;Verworfene Datensätze...</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>&amp;About Neuroscribe</source>
        <translation>Ü&amp;ber Neuroscribe</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Neurons, descriptors, thresholds</source>
        <translation>Neuronen, Deskriptoren, Schwellenwerte</translation>
    </message>
    <message>
        <source>Find a neuron, descriptor or sentence   %1</source>
        <extracomment>Looks like a field in the tool bar; %1 is the key that opens it</extracomment>
        <translation>Neuron, Deskriptor oder Satz suchen   %1</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;As the Desktop</source>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High Contrast, Light</source>
        <translation>Hoher &amp;Kontrast, hell</translation>
    </message>
    <message>
        <source>High &amp;Contrast, Dark</source>
        <translation>Hoher K&amp;ontrast, dunkel</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>This study is open for reading only.</source>
        <translation>Diese Studie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Neuroscribe</source>
        <translation>Neuroscribe</translation>
    </message>
    <message>
        <source>%1 (read-only) - Neuroscribe</source>
        <translation>%1 (nur Lesen) - Neuroscribe</translation>
    </message>
    <message>
        <source>%1 - Neuroscribe</source>
        <translation>%1 - Neuroscribe</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Eine Studie öffnen</translation>
    </message>
    <message>
        <source>Neuroscribe studies (study.neuroscribe)</source>
        <translation>Neuroscribe-Studien (study.neuroscribe)</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Nur zum Lesen öffnen</translation>
    </message>
    <message>
        <source>Save the study as a new folder</source>
        <translation>Die Studie als neuen Ordner speichern</translation>
    </message>
    <message>
        <source>Import finished: %1.</source>
        <translation>Import fertig: %1.</translation>
    </message>
    <message>
        <source>Show rejected records</source>
        <translation>Verworfene Datensätze zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %Ln thread(s). Install OpenBLAS (libopenblas0-openmp).</source>
        <translation>
            <numerusform>Das Rechnen ist hier langsam: Die Bibliothek für lineare Algebra erreicht %1 GFLOP/s mit %Ln Thread. Installieren Sie OpenBLAS (libopenblas0-openmp).</numerusform>
            <numerusform>Das Rechnen ist hier langsam: Die Bibliothek für lineare Algebra erreicht %1 GFLOP/s mit %Ln Threads. Installieren Sie OpenBLAS (libopenblas0-openmp).</numerusform>
        </translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Es wird noch gearbeitet</translation>
    </message>
    <message>
        <source>%1 has not finished. Stop it?</source>
        <translation>„%1“ ist noch nicht fertig. Anhalten?</translation>
    </message>
    <message>
        <source>What is finished is kept; it can be resumed later.</source>
        <translation>Was fertig ist, bleibt erhalten; es lässt sich später fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Topics...</source>
        <translation>&amp;Themen...</translation>
    </message>
    <message>
        <source>&amp;Name and Next</source>
        <translation>&amp;Benennen und weiter</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Jump to the Next Unnamed</source>
        <translation>Zum &amp;nächsten ohne Namen</translation>
    </message>
    <message>
        <source>&amp;Merge Into...</source>
        <translation>&amp;Vereinigen mit ...</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>Mo&amp;ve Selection...</source>
        <translation>Auswahl v&amp;erschieben ...</translation>
    </message>
    <message>
        <source>New &amp;Cluster</source>
        <translation>Neues &amp;Cluster</translation>
    </message>
    <message>
        <source>E&amp;xclude or Include</source>
        <translation>Aus- oder einsch&amp;ließen</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Suggestion &amp;%1</source>
        <translation>Vorschlag &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Find a Cluster or Member</source>
        <translation>Cluster oder Mitglied &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Clusters</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>name and next</source>
        <translation>benennen und weiter</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>merge into…</source>
        <translation>vereinigen mit …</translation>
    </message>
    <message>
        <source>split</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>move selection…</source>
        <translation>Auswahl verschieben …</translation>
    </message>
    <message>
        <source>new cluster</source>
        <translation>neues Cluster</translation>
    </message>
    <message>
        <source>exclude, set aside</source>
        <translation>ausschließen, beiseitelegen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>all keys…</source>
        <translation>alle Tasten …</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Curate</source>
        <translation>Kuratieren</translation>
    </message>
    <message>
        <source>Clusters of topics, their names and members</source>
        <translation>Cluster von Themen, ihre Namen und Mitglieder</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>E&amp;rkunden</translation>
    </message>
    <message>
        <source>&amp;Curate</source>
        <translation>K&amp;uratieren</translation>
    </message>
    <message>
        <source>&amp;Cluster Topics...</source>
        <translation>Themen &amp;clustern...</translation>
    </message>
    <message>
        <source>Re&amp;view Names...</source>
        <translation>Namen &amp;prüfen...</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Try Another Threshold</source>
        <translation>Andere Schwelle aus&amp;probieren</translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation>Clustern</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Eval&amp;uate</source>
        <translation>Aus&amp;werten</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Are the tags true, and do they hold?</source>
        <translation>Sind die Tags wahr, und halten sie?</translation>
    </message>
    <message>
        <source>Halves</source>
        <translation>Hälften</translation>
    </message>
    <message>
        <source>Precision@K</source>
        <translation>Precision@K</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>k and t</source>
        <translation>k und t</translation>
    </message>
    <message>
        <source>&amp;Validate</source>
        <translation>&amp;Validieren</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Validieren</translation>
    </message>
    <message>
        <source>Answer questions about sentences, and see how far the labels can be trusted</source>
        <translation>Fragen zu Sätzen beantworten und sehen, wie weit den Antworten des Modells zu trauen ist</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Another &amp;Person...</source>
        <translation>Andere &amp;Person ...</translation>
    </message>
    <message>
        <source>V&amp;alidation</source>
        <translation>Va&amp;lidierung</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Another person answers</source>
        <translation>Eine andere Person antwortet</translation>
    </message>
    <message>
        <source>Name, under which the answers are kept:</source>
        <translation>Name, unter dem die Antworten aufbewahrt werden:</translation>
    </message>
    <message>
        <source>Find   %1</source>
        <extracomment>The same where there is little room</extracomment>
        <translation>Suchen   %1</translation>
    </message>
    <message>
        <source>Precision, recall</source>
        <translation>Precision, Recall</translation>
    </message>
    <message>
        <source>&amp;Previous Neuron</source>
        <translation>&amp;Voriges Neuron</translation>
    </message>
    <message>
        <source>&amp;Next Neuron</source>
        <translation>&amp;Nächstes Neuron</translation>
    </message>
    <message>
        <source>E&amp;xclude or Include the Descriptor</source>
        <translation>Deskriptor &amp;aus- oder einschließen</translation>
    </message>
    <message>
        <source>Select a descriptor first.</source>
        <translation>Wählen Sie zuerst einen Deskriptor.</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>E&amp;rkunden</translation>
    </message>
    <message>
        <source>Click to select the descriptor</source>
        <translation>Klicken wählt den Deskriptor</translation>
    </message>
    <message>
        <source>Click to select the descriptor; %1 excludes or includes it</source>
        <translation>Klicken wählt den Deskriptor; %1 schließt ihn aus oder ein</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MemberListModel</name>
    <message>
        <source>%1, said %2 times</source>
        <translation>%1, %2-mal genannt</translation>
    </message>
    <message>
        <source>%1, similarity to the centre %2, said %3 times</source>
        <translation>%1, Ähnlichkeit zur Mitte %2, %3-mal genannt</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>similarity to centre</source>
        <translation>Ähnlichkeit zur Mitte</translation>
    </message>
    <message>
        <source>said</source>
        <translation>genannt</translation>
    </message>
    <message>
        <source>in a sentence</source>
        <translation>in einem Satz</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::MembersPanel</name>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>Name des Clusters</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Question: what the sentences are asked about</source>
        <translation>Frage: wonach die Sätze gefragt werden</translation>
    </message>
    <message>
        <source>What the sentences are asked about; stays when the cluster is renamed</source>
        <translation>Wonach die Sätze gefragt werden; bleibt, wenn das Cluster umbenannt wird</translation>
    </message>
    <message>
        <source>asks about</source>
        <translation>fragt nach</translation>
    </message>
    <message>
        <source>Filter the members</source>
        <translation>Mitglieder filtern</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie ist geöffnet</translation>
    </message>
    <message>
        <source>Open a study, start a new one, or look at the built-in one.</source>
        <translation>Öffnen Sie eine Studie, beginnen Sie eine neue oder sehen Sie sich die eingebaute an.</translation>
    </message>
    <message>
        <source>Nothing to curate yet</source>
        <translation>Noch nichts zu kuratieren</translation>
    </message>
    <message>
        <source>Name the topics of the sentences first: Study &gt; Topics. Then they can be clustered.</source>
        <translation>Benennen Sie zuerst die Themen der Sätze: Studie &gt; Themen. Dann lassen sie sich zu Clustern ordnen.</translation>
    </message>
    <message>
        <source>No cluster is selected</source>
        <translation>Kein Cluster ist gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list on the left.</source>
        <translation>Wählen Sie eines in der Liste links.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) · said %1 times · %2 of the sentences</source>
        <translation>
            <numerusform>%Ln Mitglied · %1-mal genannt · %2 der Sätze</numerusform>
            <numerusform>%Ln Mitglieder · %1-mal genannt · %2 der Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Name it so (Alt+%1)</source>
        <translation>So benennen (Alt+%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Suggestion: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>The member nearest to the centre</source>
        <translation>Das Mitglied, das der Mitte am nächsten liegt</translation>
    </message>
    <message>
        <source>The head word of %1 % of what was said</source>
        <translation>Das Kernwort von %1 % des Gesagten</translation>
    </message>
    <message>
        <source>%1 % of the members are of this kind (WordNet)</source>
        <translation>%1 % der Mitglieder sind von dieser Art (WordNet)</translation>
    </message>
    <message>
        <source>%1 (WordNet)</source>
        <translation>%1 (WordNet)</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NamePicker</name>
    <message>
        <source>Type a name</source>
        <translation>Namen eingeben</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NeuronChooser</name>
    <message>
        <source>Number of random neurons</source>
        <translation>Anzahl zufälliger Neuronen</translation>
    </message>
    <message>
        <source>How many are drawn; the paper has 10</source>
        <translation>Wie viele ausgelost werden; im Artikel sind es 10</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>Seed of the random neurons</source>
        <translation>Startwert der zufälligen Neuronen</translation>
    </message>
    <message>
        <source>3/127, 5/12</source>
        <translation>3/127, 5/12</translation>
    </message>
    <message>
        <source>Listed neurons</source>
        <translation>Genannte Neuronen</translation>
    </message>
    <message>
        <source>Layer and unit of each, counted from 0, with commas or blanks between them</source>
        <translation>Schicht und Einheit eines jeden, ab 0 gezählt, mit Kommas oder Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>&amp;Neurons</source>
        <translation>&amp;Neuronen</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Whose tags are compared with the truth</source>
        <translation>Wessen Tags mit der Wahrheit verglichen werden</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Drawn by a seed: the same seed draws the same ones</source>
        <translation>Mit einem Startwert ausgelost: derselbe lost dieselben aus</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>mit Lesezeichen</translation>
    </message>
    <message>
        <source>Those with a bookmark on their page</source>
        <translation>Die mit einem Lesezeichen auf ihrer Seite</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>genannte</translation>
    </message>
    <message>
        <source>Those that are typed beside it</source>
        <translation>Die, die daneben eingetippt sind</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Every neuron of the model</source>
        <translation>Jedes Neuron des Modells</translation>
    </message>
    <message>
        <source>no neuron has a bookmark</source>
        <translation>kein Neuron hat ein Lesezeichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s)</source>
        <translation>
            <numerusform>%Ln Neuron</numerusform>
            <numerusform>%Ln Neuronen</numerusform>
        </translation>
    </message>
    <message>
        <source>name neurons, such as 3/127, 5/12</source>
        <translation>Neuronen nennen, etwa 3/127, 5/12</translation>
    </message>
    <message>
        <source>there is no %1: layers 0 to %2, units 0 to %3</source>
        <translation>%1 gibt es nicht: Schichten 0 bis %2, Einheiten 0 bis %3</translation>
    </message>
    <message>
        <source>“%1” is no layer/unit, such as 3/58</source>
        <translation>„%1“ ist nicht Schicht/Einheit, etwa 3/58</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NeuronHead</name>
    <message>
        <source>Half of the data shown</source>
        <translation>Gezeigte Hälfte der Daten</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Show the neuron on the half that tags are made from; changes no tag</source>
        <translation>Das Neuron auf der Hälfte zeigen, aus der die Tags stammen; ändert keinen Tag</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Show the neuron on the other half; changes no tag</source>
        <translation>Das Neuron auf der anderen Hälfte zeigen; ändert keinen Tag</translation>
    </message>
    <message>
        <source>Previous neuron</source>
        <translation>Voriges Neuron</translation>
    </message>
    <message>
        <source>Next neuron</source>
        <translation>Nächstes Neuron</translation>
    </message>
    <message>
        <source>Copy this page as text</source>
        <translation>Diese Seite als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Bookmark this neuron</source>
        <translation>Lesezeichen für dieses Neuron setzen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Neuron before this one</source>
        <translation>Neuron vor diesem</translation>
    </message>
    <message>
        <source>Neuron after this one</source>
        <translation>Neuron nach diesem</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NeuronPanel</name>
    <message>
        <source>Descriptors of this neuron</source>
        <translation>Deskriptoren dieses Neurons</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Which exemplars</source>
        <translation>Welche Exemplare</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oberste</translation>
    </message>
    <message>
        <source>Sentences with the highest activations</source>
        <translation>Sätze mit den höchsten Aktivierungen</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unterste</translation>
    </message>
    <message>
        <source>Sentences with the lowest activations</source>
        <translation>Sätze mit den niedrigsten Aktivierungen</translation>
    </message>
    <message>
        <source>Exemplars</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>Exemplars of this neuron</source>
        <translation>Exemplare dieses Neurons</translation>
    </message>
    <message>
        <source>No neuron is selected</source>
        <translation>Kein Neuron ist ausgewählt</translation>
    </message>
    <message>
        <source>Click a row of the heat map, or press Ctrl+K and type a name such as 3/58.</source>
        <translation>Klicken Sie auf eine Zeile der Heatmap, oder drücken Sie Strg+K und geben Sie einen Namen wie 3/58 ein.</translation>
    </message>
    <message>
        <source>Neuron %1</source>
        <translation>Neuron %1</translation>
    </message>
    <message>
        <source> / </source>
        <translation> / </translation>
    </message>
    <message>
        <source>The activations could not be read.</source>
        <translation>Die Aktivierungen ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>bar: f with 95 % interval · tick: base rate · q is known only on the half that tags are made from</source>
        <translation>Balken: f mit 95-%-Intervall · Strich: Grundrate · q ist nur auf der Hälfte bekannt, aus der die Tags stammen</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>oberste %1</translation>
    </message>
    <message>
        <source>bottom %1</source>
        <translation>unterste %1</translation>
    </message>
    <message>
        <source>all %1 sentences</source>
        <translation>alle %1 Sätze</translation>
    </message>
    <message>
        <source>on the other half: f %1, %2 of %3 exemplars</source>
        <translation>auf der anderen Hälfte: f %1, %2 von %3 Exemplaren</translation>
    </message>
    <message>
        <source>explained by %1</source>
        <translation>erklärt durch %1</translation>
    </message>
    <message>
        <source>Lives in both halves</source>
        <translation>Besteht in beiden Hälften</translation>
    </message>
    <message>
        <source>The thresholds t at this k, and the shares k at this t, at which each tag is a tag on calibration and on validation; the marks stand at k and t now</source>
        <translation>Die Schwellen t bei diesem k und die Anteile k bei diesem t, bei denen jedes Tag auf Kalibrierung und auf Validierung ein Tag ist; die Marken stehen bei k und t von jetzt</translation>
    </message>
    <message>
        <source>Thresholds at which each tag lives in both halves</source>
        <translation>Schwellen, bei denen jedes Tag in beiden Hälften besteht</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>Bänder</translation>
    </message>
    <message>
        <source>Three sentences from the middle of each tenth, from the highest activations to the lowest</source>
        <translation>Drei Sätze aus der Mitte jedes Zehntels, von den höchsten Aktivierungen zu den niedrigsten</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Thirty sentences drawn at random, the same for every neuron (seed %1)</source>
        <translation>Dreißig zufällig gezogene Sätze, für jedes Neuron dieselben (Startwert %1)</translation>
    </message>
    <message>
        <source>bar: f with 95 % interval · tick: base rate · ring: f on the other half · solid: beats chance at q &lt; %1</source>
        <translation>Balken: f mit 95-%-Intervall · Strich: Grundrate · Ring: f auf der anderen Hälfte · gefüllt: schlägt den Zufall bei q &lt; %1</translation>
    </message>
    <message>
        <source> · rhombus: f* without the errors of the labels, for display only</source>
        <translation> · Raute: f* ohne die Fehler der Labels, nur zur Anzeige</translation>
    </message>
    <message>
        <source>noise_corrected: f without the errors of the labels that %1 finds</source>
        <translation>noise_corrected: f ohne die Fehler der Labels, die %1 findet</translation>
    </message>
    <message>
        <source>Distribution of the activations</source>
        <translation>Verteilung der Aktivierungen</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>half</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>C&amp;reate</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>A name without slashes that does not begin with a dot.</source>
        <translation>Ein Name ohne Schrägstriche, der nicht mit einem Punkt beginnt.</translation>
    </message>
    <message>
        <source>There is a study of this name already.</source>
        <translation>Eine Studie dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>It is kept in %1 until you save it elsewhere.</source>
        <translation>Sie liegt in %1, bis Sie sie anderswo speichern.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NoteEdit</name>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Note on this neuron</source>
        <translation>Notiz zu diesem Neuron</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::NoticeBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>+%1 weitere</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::PanelFigures</name>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>precision, raw</source>
        <translation>Precision, roh</translation>
    </message>
    <message>
        <source>recall, raw</source>
        <translation>Recall, roh</translation>
    </message>
    <message>
        <source>precision, weighted</source>
        <translation>Precision, gewichtet</translation>
    </message>
    <message>
        <source>recall, weighted</source>
        <translation>Recall, gewichtet</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, oben</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>beurteilt</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>pairs that both answered: %1</source>
        <translation>Paare, die beide beantwortet haben: %1</translation>
    </message>
    <message>
        <source>left out: %1 unsure, %2 drawn by disagreement</source>
        <translation>ausgelassen: %1 unsicher, %2 nach Uneinigkeit gezogen</translation>
    </message>
    <message>
        <source>Agreement: kappa and AC1</source>
        <translation>Übereinstimmung: Kappa und AC1</translation>
    </message>
    <message>
        <source>agreement beyond chance, which is 0; bars: 95 %</source>
        <translation>Übereinstimmung über den Zufall hinaus, der 0 ist; Balken: 95 %</translation>
    </message>
    <message>
        <source>in the sample</source>
        <translation>in der Stichprobe</translation>
    </message>
    <message>
        <source>weighted to the corpus</source>
        <translation>auf das Korpus gewichtet</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Precision of the labels</source>
        <translation>Precision der Labels</translation>
    </message>
    <message>
        <source>of what is labelled, the share that the reference confirms; bars: 95 %; grey: chance in the sample</source>
        <translation>Anteil des Gelabelten, den die Referenz bestätigt; Balken: 95 %; grau: Zufall in der Stichprobe</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Recall of the labels</source>
        <translation>Recall der Labels</translation>
    </message>
    <message>
        <source>of what the reference says yes to, the share that is labelled; bars: 95 %; grey: chance in the sample</source>
        <translation>Anteil dessen, was die Referenz bejaht, der gelabelt ist; Balken: 95 %; grau: Zufall in der Stichprobe</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Distribution of the activations</source>
        <translation>Verteilung der Aktivierungen</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>how many sentences of the half have each activation</source>
        <translation>wie viele Sätze der Hälfte jede Aktivierung haben</translation>
    </message>
    <message>
        <source>; from the line to the right: the exemplars</source>
        <translation>; rechts von der Linie: die Exemplare</translation>
    </message>
    <message>
        <source>; from the line to the left: the exemplars</source>
        <translation>; links von der Linie: die Exemplare</translation>
    </message>
    <message>
        <source>%1 sentences, all of the half</source>
        <translation>%1 Sätze, alle der Hälfte</translation>
    </message>
    <message>
        <source>Distribution of the rule: %1</source>
        <translation>Verteilung der Regel: %1</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>how many cells (a neuron and a descriptor) have each value; right of the line: tagged, as far as the other limits let them</source>
        <translation>wie viele Zellen (ein Neuron und ein Deskriptor) jeden Wert haben; rechts von der Linie: mit Tag, soweit die anderen Grenzen es zulassen</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>cells with a value: %1 of %2</source>
        <translation>Zellen mit einem Wert: %1 von %2</translation>
    </message>
    <message>
        <source>a count of all cells: chance alone gives many of them, see q</source>
        <translation>alle Zellen gezählt: viele ergibt der Zufall allein, siehe q</translation>
    </message>
    <message>
        <source>what lies beyond the axis is in the outermost bars</source>
        <translation>was jenseits der Achse liegt, ist in den äußersten Balken</translation>
    </message>
    <message>
        <source>Tags that live in both halves, over t</source>
        <translation>Tags, die in beiden Hälften bestehen, über t</translation>
    </message>
    <message>
        <source>in both halves for t</source>
        <translation>in beiden Hälften für t</translation>
    </message>
    <message>
        <source>for t below</source>
        <translation>für t unter</translation>
    </message>
    <message>
        <source>at this k each tag is a tag on calibration and on validation for every t below the end of its bar: the smaller of both values</source>
        <translation>bei diesem k ist jeder Tag in Kalibrierung und Validierung einer, für jedes t unter dem Ende seines Balkens: dem kleineren der beiden Werte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Tags that live in both halves, over k</source>
        <translation>Tags, die in beiden Hälften bestehen, über k</translation>
    </message>
    <message>
        <source>k in %</source>
        <translation>k in %</translation>
    </message>
    <message>
        <source>for k in %</source>
        <translation>für k in %</translation>
    </message>
    <message>
        <source>in both halves for k</source>
        <translation>in beiden Hälften für k</translation>
    </message>
    <message>
        <source>at this t each tag is a tag on calibration and on validation for the k inside its bars, on the 0.1 % grid</source>
        <translation>bei diesem t ist jeder Tag in Kalibrierung und Validierung einer, für die k in seinen Balken, auf dem Raster von 0,1 %</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>half</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>least lift</source>
        <translation>Lift mindestens</translation>
    </message>
    <message>
        <source>q below</source>
        <translation>q unter</translation>
    </message>
    <message>
        <source>most tags of a neuron</source>
        <translation>höchstens Tags je Neuron</translation>
    </message>
    <message>
        <source>tagged neurons</source>
        <translation>Neuronen mit Tag</translation>
    </message>
    <message>
        <source>a count of all neurons of the model, no sample: it has no interval</source>
        <translation>alle Neuronen des Modells gezählt, keine Stichprobe: ohne Intervall</translation>
    </message>
    <message>
        <source>count of all tags, also those that chance alone would give</source>
        <translation>alle Tags gezählt, auch die, die der Zufall allein ergäbe</translation>
    </message>
    <message>
        <source>over t</source>
        <translation>über t</translation>
    </message>
    <message>
        <source>over k</source>
        <translation>über k</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>what chance reaches is not taken off: a tag of a frequent descriptor lives long by itself</source>
        <translation>was der Zufall erreicht, ist nicht abgezogen: der Tag eines häufigen Deskriptors besteht von selbst lange</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::PersistenceModel</name>
    <message>
        <source>in both halves for t below %1</source>
        <translation>in beiden Hälften für t unter %1</translation>
    </message>
    <message>
        <source>in both halves for no t</source>
        <translation>in beiden Hälften für kein t</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at t = %1 for no k</source>
        <translation>bei t = %1 für kein k</translation>
    </message>
    <message>
        <source>at t = %1 for k of %2 %</source>
        <translation>bei t = %1 für k von %2 %</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1: %2; %3</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::Place</name>
    <message>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Unclustered</source>
        <translation>Ohne Cluster</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::PrecisionPanel</name>
    <message>
        <source>%1 of %2 neurons</source>
        <translation>%1 von %2 Neuronen</translation>
    </message>
    <message>
        <source>Neurons that %1 judges. %2 of the answers about their exemplars are there; a descriptor counts for a neuron where at least 90 % are.</source>
        <translation>Neuronen, die %1 beurteilt. %2 der Antworten über ihre Exemplare sind da; ein Deskriptor zählt für ein Neuron, wo es mindestens 90 % sind.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::PreviewModel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ProgressPanel</name>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>As many sentences with the label as without, drawn at random: this is what agreement, precision and recall are computed from</source>
        <translation>Gleich viele Sätze mit wie ohne den Deskriptor, zufällig gezogen: Daraus werden Übereinstimmung, Präzision und Trefferquote berechnet</translation>
    </message>
    <message>
        <source>Disagreement first</source>
        <translation>Uneinigkeit zuerst</translation>
    </message>
    <message>
        <source>Sentences about which annotators differ, or the model was close to the other answer. No sample: these answers enter none of the figures</source>
        <translation>Sätze, bei denen Annotatoren uneins sind oder das Modell nahe an der anderen Antwort war. Keine Stichprobe: Diese Antworten gehen in keine der Zahlen ein</translation>
    </message>
    <message>
        <source>How the questions are drawn</source>
        <translation>Wie die Fragen gezogen werden</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine wählen</translation>
    </message>
    <message>
        <source>Descriptors and how many of their questions are answered</source>
        <translation>Deskriptoren und wie viele ihrer Fragen beantwortet sind</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::QuestionPanel</name>
    <message>
        <source>Questions answered</source>
        <translation>Beantwortete Fragen</translation>
    </message>
    <message>
        <source>Each one once you have answered. Who sees them may come to answer like the model</source>
        <translation>Jede, sobald Sie geantwortet haben. Wer sie sieht, antwortet mit der Zeit vielleicht wie das Modell</translation>
    </message>
    <message>
        <source>Who answers?</source>
        <translation>Wer antwortet?</translation>
    </message>
    <message>
        <source>Answers are kept under a name, beside the model&apos;s labels and never over them. Several people can answer the same questions.</source>
        <translation>Antworten werden unter einem Namen aufbewahrt, neben denen des Modells und nie an deren Stelle. Mehrere Personen können dieselben Fragen beantworten.</translation>
    </message>
    <message>
        <source>Name of who answers</source>
        <translation>Name der antwortenden Person</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>The model says Yes.</source>
        <translation>Das Modell sagt Ja.</translation>
    </message>
    <message>
        <source>The model says No.</source>
        <translation>Das Modell sagt Nein.</translation>
    </message>
    <message>
        <source>The model has no answer.</source>
        <translation>Das Modell hat keine Antwort.</translation>
    </message>
    <message>
        <source>Show the model&apos;s answers</source>
        <translation>Antworten des Modells zeigen</translation>
    </message>
    <message>
        <source>Nothing to validate yet</source>
        <translation>Noch nichts zu validieren</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie ist geöffnet</translation>
    </message>
    <message>
        <source>Label the sentences first: Study &gt; Label. Then people can check the labels here.</source>
        <translation>Beschriften Sie zuerst die Sätze: Studie &gt; Beschriften. Dann können Personen hier die Antworten prüfen.</translation>
    </message>
    <message>
        <source>Open a study, start a new one, or look at the built-in one.</source>
        <translation>Öffnen Sie eine Studie, beginnen Sie eine neue, oder sehen Sie sich die eingebaute an.</translation>
    </message>
    <message>
        <source>Drawing the questions...</source>
        <translation>Die Fragen werden gezogen ...</translation>
    </message>
    <message>
        <source>Every question is answered</source>
        <translation>Jede Frage ist beantwortet</translation>
    </message>
    <message>
        <source>The table on the right has the result. To go on, choose further descriptors, ask where annotators differ, or let another person answer.</source>
        <translation>Die Tabelle rechts hat das Ergebnis. Um weiterzumachen, wählen Sie weitere Deskriptoren, fragen Sie, wo Annotatoren uneins sind, oder lassen Sie eine andere Person antworten.</translation>
    </message>
    <message>
        <source>Nobody differs</source>
        <translation>Niemand ist uneins</translation>
    </message>
    <message>
        <source>There is one annotator only, and no margins. Ask a balanced sample, or label with a second engine.</source>
        <translation>Es gibt nur einen Annotator und keine Abstände. Fragen Sie eine ausgewogene Stichprobe, oder beschriften Sie mit einem zweiten Modell.</translation>
    </message>
    <message>
        <source>Question %1 of %2 · %3: %4 of %5 answered</source>
        <translation>Frage %1 von %2 · %3: %4 von %5 beantwortet</translation>
    </message>
    <message>
        <source>Does this sentence talk about &lt;b&gt;%1&lt;/b&gt;?</source>
        <translation>Spricht dieser Satz über &lt;b&gt;%1&lt;/b&gt;?</translation>
    </message>
    <message>
        <source>(question %1 of %2 of a merged descriptor)</source>
        <translation>(Frage %1 von %2 eines vereinigten Deskriptors)</translation>
    </message>
    <message>
        <source>Does this sentence talk about %1?</source>
        <translation>Spricht dieser Satz über %1?</translation>
    </message>
    <message>
        <source>Last: %1 to %2.</source>
        <translation>Zuletzt: %1 zu %2.</translation>
    </message>
    <message>
        <source>The questions could not be drawn</source>
        <translation>Die Fragen konnten nicht gezogen werden</translation>
    </message>
    <message>
        <source>It is tried again when you come back here.</source>
        <translation>Es wird erneut versucht, wenn Sie hierher zurückkommen.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::RejectedDialog</name>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Rejected records</source>
        <translation>Verworfene Datensätze</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>Als CSV &amp;exportieren...</translation>
    </message>
    <message>
        <source>The last import dropped nothing.</source>
        <translation>Der letzte Import hat nichts verworfen.</translation>
    </message>
    <message>
        <source>Export rejected records</source>
        <translation>Verworfene Datensätze exportieren</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1-Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s); the first %1 are shown, the export has all</source>
        <translation>
            <numerusform>%Ln Datensatz; die ersten %1 sind zu sehen, der Export enthält alle</numerusform>
            <numerusform>%Ln Datensätze; die ersten %1 sind zu sehen, der Export enthält alle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>The rejected records were written to %1.</source>
        <translation>Die verworfenen Datensätze wurden nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ReviewDialog</name>
    <message>
        <source>Review names</source>
        <translation>Namen prüfen</translation>
    </message>
    <message>
        <source>Members of the cluster now</source>
        <translation>Jetzige Mitglieder des Clusters</translation>
    </message>
    <message>
        <source>Topics that now lie together</source>
        <translation>Themen, die nun beisammenliegen</translation>
    </message>
    <message>
        <source>● in both. Take: the cluster keeps its name and gets the topics on the right. Leave: it stays as it is.</source>
        <translation>● in beiden. Nehmen: Der Cluster behält seinen Namen und bekommt die Themen rechts. Lassen: Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Take (T)</source>
        <translation>Nehmen (T)</translation>
    </message>
    <message>
        <source>Leave (L)</source>
        <translation>Lassen (L)</translation>
    </message>
    <message>
        <source>No name is left to review.</source>
        <translation>Kein Name ist mehr zu prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) to review</source>
        <translation>
            <numerusform>%Ln Name zu prüfen</numerusform>
            <numerusform>%Ln Namen zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Are these topics “%1”? %2</source>
        <translation>Sind diese Themen „%1“? %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::RowRulesWait</name>
    <message>
        <source>Computing rules</source>
        <translation>Regeln werden berechnet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop comparing whole rows, and show what was shown before</source>
        <translation>Den Vergleich ganzer Zeilen abbrechen und zeigen, was vorher zu sehen war</translation>
    </message>
    <message>
        <source>Computing r, AUROC and AUPRC of all cells; what needs them follows.</source>
        <translation>r, AUROC und AUPRC aller Zellen werden berechnet; was sie braucht, folgt.</translation>
    </message>
    <message>
        <source>%1 %2 done.</source>
        <translation>%1 %2 fertig.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::RuleText</name>
    <message>
        <source>share of sentences</source>
        <translation>Anteil der Sätze</translation>
    </message>
    <message>
        <source>share of occurrences</source>
        <translation>Anteil der Vorkommen</translation>
    </message>
    <message>
        <source>correlation r</source>
        <translation>Korrelation r</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Share of the answered exemplars that have the descriptor</source>
        <translation>Anteil der beantworteten Exemplare, die den Deskriptor haben</translation>
    </message>
    <message>
        <source>Share of all descriptors&apos; occurrences among the exemplars</source>
        <translation>Anteil an den Vorkommen aller Deskriptoren unter den Exemplaren</translation>
    </message>
    <message>
        <source>Share of the exemplars divided by the base rate of the descriptor</source>
        <translation>Anteil an den Exemplaren geteilt durch die Grundrate des Deskriptors</translation>
    </message>
    <message>
        <source>Correlation of activation and descriptor over all answered sentences</source>
        <translation>Korrelation von Aktivierung und Deskriptor über alle beantworteten Sätze</translation>
    </message>
    <message>
        <source>Exemplars that have the descriptor, twice, among the exemplars and all sentences that have it</source>
        <translation>Exemplare mit dem Deskriptor, doppelt, unter den Exemplaren und allen Sätzen, die ihn haben</translation>
    </message>
    <message>
        <source>Overlap of the exemplars with all sentences that have the descriptor</source>
        <translation>Überschneidung der Exemplare mit allen Sätzen, die den Deskriptor haben</translation>
    </message>
    <message>
        <source>How often a sentence with the descriptor is activated more than one without; 0.5 is chance</source>
        <translation>Wie oft ein Satz mit dem Deskriptor stärker aktiviert als einer ohne; 0,5 ist Zufall</translation>
    </message>
    <message>
        <source>Average precision when sentences are drawn by activation; the base rate is chance, and t is a multiple of it</source>
        <translation>Mittlere Präzision, wenn Sätze nach Aktivierung gezogen werden; die Grundrate ist Zufall, und t ist ein Vielfaches davon</translation>
    </message>
    <message>
        <source>%1 %2 of at most %3</source>
        <translation>%1 %2 von höchstens %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SentenceListModel</name>
    <message>
        <source>activation %1</source>
        <translation>Aktivierung %1</translation>
    </message>
    <message>
        <source>%1 · derived</source>
        <translation>%1 · abgeleitet</translation>
    </message>
    <message>
        <source>Derived, from the answers to several questions: %1</source>
        <translation>Abgeleitet, aus den Antworten auf mehrere Fragen: %1</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SentenceView</name>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>sentence %1</source>
        <translation>Satz %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Choose a sentence to read it with its labels.</source>
        <translation>Wählen Sie einen Satz, um ihn mit seinen Labels zu lesen.</translation>
    </message>
    <message>
        <source>Yes, answered by %1</source>
        <translation>Ja, beantwortet von %1</translation>
    </message>
    <message>
        <source>Yes, reference label of %1 (%2)</source>
        <translation>Ja, Referenz-Label von %1 (%2)</translation>
    </message>
    <message>
        <source>No: %1</source>
        <translation>Nein: %1</translation>
    </message>
    <message>
        <source>Unanswered: %1</source>
        <translation>Unbeantwortet: %1</translation>
    </message>
    <message>
        <source>No labels yet.</source>
        <translation>Noch keine Labels.</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Beantwortet von %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>unbeantwortet</translation>
    </message>
    <message>
        <source>margin %1</source>
        <translation>Abstand %1</translation>
    </message>
    <message>
        <source>answered “%1”</source>
        <translation>Antwort „%1“</translation>
    </message>
    <message>
        <source>No topics (%1)</source>
        <translation>Keine Themen (%1)</translation>
    </message>
    <message>
        <source>Topics: %1 (%2)</source>
        <translation>Themen: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 · derived</source>
        <translation>%1 · abgeleitet</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Derived: yes where one of the answers about %1 is yes</source>
        <translation>Abgeleitet: Ja, wo eine der Antworten zu %1 Ja ist</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SettingsDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>Stan&amp;dard</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;New key:</source>
        <translation>&amp;Neue Taste:</translation>
    </message>
    <message>
        <source>Choose a command, click into the field and press the key.</source>
        <translation>Wählen Sie einen Befehl, klicken Sie in das Feld und drücken Sie die Taste.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Give that one another key first.</source>
        <translation>%1 ist die Taste für „%2“. Geben Sie jenem zuerst eine andere.</translation>
    </message>
    <message>
        <source>%1 is now the key of “%2”.</source>
        <translation>%1 ist jetzt die Taste für „%2“.</translation>
    </message>
    <message>
        <source>“%1” has its own key again.</source>
        <translation>„%1“ hat wieder seine eigene Taste.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::SimilarNeurons</name>
    <message>
        <source>Similar neurons by</source>
        <translation>Ähnliche Neuronen nach</translation>
    </message>
    <message>
        <source>exemplars</source>
        <translation>Exemplaren</translation>
    </message>
    <message>
        <source>Neurons that share the most exemplars at this k, with the share</source>
        <translation>Neuronen, die bei diesem k die meisten Exemplare teilen, mit dem Anteil</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>Neurons whose descriptors have the most similar f, with the correlation</source>
        <translation>Neuronen, deren Deskriptoren das ähnlichste f haben, mit der Korrelation</translation>
    </message>
    <message>
        <source>Similar neuron</source>
        <translation>Ähnliches Neuron</translation>
    </message>
    <message>
        <source>Neuron %1 shares %2 of the exemplars</source>
        <translation>Neuron %1 teilt %2 der Exemplare</translation>
    </message>
    <message>
        <source>Neuron %1, correlation %2</source>
        <translation>Neuron %1, Korrelation %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StatusStrip</name>
    <message>
        <source>feed-forward output</source>
        <translation>Feed-forward-Ausgang</translation>
    </message>
    <message>
        <source>feed-forward inner</source>
        <translation>Feed-forward innen</translation>
    </message>
    <message>
        <source>attention output</source>
        <translation>Attention-Ausgang</translation>
    </message>
    <message>
        <source>block output</source>
        <translation>Block-Ausgang</translation>
    </message>
    <message>
        <source>mean of tokens</source>
        <translation>Mittel der Tokens</translation>
    </message>
    <message>
        <source>maximum of tokens</source>
        <translation>Maximum der Tokens</translation>
    </message>
    <message>
        <source>Labels %1 answered</source>
        <translation>Labels zu %1 beantwortet</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie ist geöffnet</translation>
    </message>
    <message>
        <source>neuron %1</source>
        <translation>Neuron %1</translation>
    </message>
    <message>
        <source>%1 GFLOP/s</source>
        <translation>%1 GFLOP/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s)</source>
        <translation>
            <numerusform>%Ln Thread</numerusform>
            <numerusform>%Ln Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Slow: %1 · %2</source>
        <translation>Langsam: %1 · %2</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StepRow</name>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StudyHint</name>
    <message>
        <source>Opening the study…</source>
        <translation>Die Studie wird geöffnet…</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie ist geöffnet</translation>
    </message>
    <message>
        <source>Open a study, start a new one, or look at the built-in one.</source>
        <translation>Öffnen Sie eine Studie, beginnen Sie eine neue, oder sehen Sie sich die eingebaute an.</translation>
    </message>
    <message>
        <source>The corpus is empty</source>
        <translation>Der Korpus ist leer</translation>
    </message>
    <message>
        <source>Import sentences to begin.</source>
        <translation>Importieren Sie Sätze, um zu beginnen.</translation>
    </message>
    <message>
        <source>No neurons yet</source>
        <translation>Noch keine Neuronen</translation>
    </message>
    <message>
        <source>Extract activations to see neurons.</source>
        <translation>Extrahieren Sie Aktivierungen, um Neuronen zu sehen.</translation>
    </message>
    <message>
        <source>No descriptors yet</source>
        <translation>Noch keine Deskriptoren</translation>
    </message>
    <message>
        <source>Label the sentences with descriptors to see tags.</source>
        <translation>Labeln Sie die Sätze mit Deskriptoren, um Tags zu sehen.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>One half of the corpus is empty</source>
        <translation>Eine Hälfte des Korpus ist leer</translation>
    </message>
    <message>
        <source>Import more sentences: each half needs at least one.</source>
        <translation>Importieren Sie mehr Sätze: jede Hälfte braucht mindestens einen.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::StudyPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 beantwortet</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Rest on activations that are out of date.</source>
        <translation>Beruhen auf veralteten Aktivierungen.</translation>
    </message>
    <message>
        <source>The sentences have changed since: extract again.</source>
        <translation>Die Sätze haben sich seither geändert: bitte neu extrahieren.</translation>
    </message>
    <message>
        <source>Import sentences to begin.</source>
        <translation>Importieren Sie Sätze, um zu beginnen.</translation>
    </message>
    <message>
        <source>Some sentences have no answer yet.</source>
        <translation>Einige Sätze haben noch keine Antwort.</translation>
    </message>
    <message>
        <source>Say which sentences have which descriptor.</source>
        <translation>Sagen Sie, welche Sätze welchen Deskriptor haben.</translation>
    </message>
    <message>
        <source>Stopped before the end: extract again to resume.</source>
        <translation>Vor dem Ende angehalten: zum Fortsetzen erneut extrahieren.</translation>
    </message>
    <message>
        <source>Run a model over the sentences.</source>
        <translation>Lassen Sie ein Modell über die Sätze laufen.</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln Satz</numerusform>
            <numerusform>%Ln Sätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) × %1</source>
        <translation>
            <numerusform>%Ln Schicht × %1</numerusform>
            <numerusform>%Ln Schichten × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln neuron(s)</source>
        <translation>
            <numerusform>%Ln Neuron</numerusform>
            <numerusform>%Ln Neuronen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::TagCounts</name>
    <message>
        <source>Neurons tagged</source>
        <translation>Neuronen mit Tag</translation>
    </message>
    <message>
        <source>Tags per tagged neuron</source>
        <translation>Tags je Neuron mit Tag</translation>
    </message>
    <message>
        <source>Tagged neurons by layer</source>
        <translation>Neuronen mit Tag nach Schicht</translation>
    </message>
    <message>
        <source>Tagged neurons by descriptor</source>
        <translation>Neuronen mit Tag nach Deskriptor</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Beyond chance (q &lt; %1)</source>
        <translation>Über Zufall (q &lt; %1)</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Neurons with at least one tag that beats chance. q does not pay for having searched over k.</source>
        <translation>Neuronen mit mindestens einem Tag über Zufall. q berücksichtigt nicht, dass über k gesucht wurde.</translation>
    </message>
    <message>
        <source>%1 (excluded)</source>
        <translation>%1 (ausgeschlossen)</translation>
    </message>
    <message>
        <source>X includes it again.</source>
        <translation>X schließt ihn wieder ein.</translation>
    </message>
    <message>
        <source>Tags more than 80 % of the neurons: it tells them apart no more. X excludes it.</source>
        <translation>Tag von mehr als 80 % der Neuronen: Er unterscheidet sie nicht mehr. X schließt ihn aus.</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ThresholdsPanel</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>k = %1 percent</source>
        <translation>k = %1 Prozent</translation>
    </message>
    <message>
        <source>Exemplars k</source>
        <translation>Exemplare k</translation>
    </message>
    <message>
        <source>Share of the sentences, by activation, that are a neuron&apos;s exemplars</source>
        <translation>Anteil der Sätze, nach Aktivierung, die Exemplare eines Neurons sind</translation>
    </message>
    <message>
        <source>Exemplars &amp;k</source>
        <translation>Exemplare &amp;k</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>Composition threshold t</source>
        <translation>Kompositionsschwelle t</translation>
    </message>
    <message>
        <source>Composition threshold &amp;t</source>
        <translation>Kompositionsschwelle &amp;t</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>&amp;Lift at least</source>
        <translation>&amp;Lift mindestens</translation>
    </message>
    <message>
        <source>&amp;q below</source>
        <translation>&amp;q unter</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exemplar(s) a neuron</source>
        <translation>
            <numerusform>%Ln Exemplar je Neuron</numerusform>
            <numerusform>%Ln Exemplare je Neuron</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Half</source>
        <translation>&amp;Hälfte</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oberste</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unterste</translation>
    </message>
    <message>
        <source>&amp;Tail</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>T&amp;op tags</source>
        <translation>&amp;Oberste Tags</translation>
    </message>
    <message>
        <source>&amp;Solid below q</source>
        <translation>&amp;Gesichert unter q</translation>
    </message>
    <message>
        <source>A neuron is tagged with a descriptor when the rule&apos;s value is above t. Behind: how often each value occurs (square-root scale).</source>
        <translation>Ein Neuron erhält einen Deskriptor, wenn der Wert der Regel über t liegt. Dahinter: wie oft jeder Wert vorkommt (Wurzelskala).</translation>
    </message>
    <message>
        <source>What is compared with t. Choosing a rule sets its own t. r, AUROC and AUPRC compare all sentences and don&apos;t depend on k: they are computed once.</source>
        <translation>Was mit t verglichen wird. Die Wahl einer Regel setzt deren eigenes t. r, AUROC und AUPRC vergleichen alle Sätze und hängen nicht von k ab: Sie werden einmal berechnet.</translation>
    </message>
    <message>
        <source>The most tags of a neuron, the first by the rule, then by lift</source>
        <translation>Höchstens so viele Tags eines Neurons, die ersten nach der Regel, dann nach dem Lift</translation>
    </message>
    <message>
        <source>A bar or mark is solid below this q, hollow otherwise. Changes no tag.</source>
        <translation>Unter diesem q ist ein Balken oder eine Marke gefüllt, sonst hohl. Ändert keinen Tag.</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Distribution behind t and tagged neurons</source>
        <translation>Verteilung hinter t und Neuronen mit Tag</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>nach Schicht</translation>
    </message>
    <message>
        <source>Tagged neurons by layer</source>
        <translation>Neuronen mit Tag nach Schicht</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>by descriptor</source>
        <translation>nach Deskriptor</translation>
    </message>
    <message>
        <source>Tagged neurons by descriptor</source>
        <translation>Neuronen mit Tag nach Deskriptor</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::ValidationProgressModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 yes, %3 no, %4 unsure of %5</source>
        <translation>%1: %2 ja, %3 nein, %4 unsicher von %5</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
</context>
<context>
    <name>neuroscribe::ui::WelcomePage</name>
    <message>
        <source>Describe the neurons of a language model in words</source>
        <translation>Die Neuronen eines Sprachmodells in Worten beschreiben</translation>
    </message>
    <message>
        <source>The built-in study needs nothing: 49,000 definitions of nouns, a small BERT, 32 descriptors. It is made on this machine in about two minutes; nothing leaves it.</source>
        <translation>Die eingebaute Studie braucht nichts: 49.000 Definitionen von Substantiven, ein kleines BERT, 32 Deskriptoren. Sie entsteht auf diesem Rechner in etwa zwei Minuten; nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Explore the built-in study</source>
        <translation>Die eingebaute Studie erkunden</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Zuletzt geöffnete Studien</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Making the built-in study</source>
        <translation>Die eingebaute Studie entsteht</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
</TS>
