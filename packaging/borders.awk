# Reads source files, prints one line per breach of a border, exits 1 if there was one. Plain POSIX awk (mawk is what a
# bare Debian has). Environment: QT_CORE, the names of the headers in Qt's QtCore folder; empty turns that rule off.
BEGIN {
    # A folder of core may include itself and the folders before it.
    count = split("base store corpus text nn llm descriptors labels stats tagging extraction heat io pipeline", order, " ")
    for (i = 1; i <= count; ++i)
        rank[order[i]] = i
    names = split(ENVIRON["QT_CORE"], listed, " ")
    for (i = 1; i <= names; ++i)
        inQtCore[listed[i]] = 1
    hexDigits = "[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]"
    hexColour = "\"#" hexDigits "(" hexDigits ")?([0-9a-fA-F][0-9a-fA-F])?\""
}

function breach(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
    broken = 1
}

function endFile() {
    if (file != "" && lines > 400) {
        printf "%s:%d: more than 400 lines; is there a second idea in it?\n", file, lines
        broken = 1
    }
    if (file ~ /\.h$/ && !once) {
        printf "%s:1: no #pragma once\n", file
        broken = 1
    }
}

function coreFolder(path,    parts) {
    split(path, parts, "/")
    return parts[2]
}

function baseName(path) {
    sub(/.*\//, "", path)
    sub(/\.[a-z]+$/, "", path)
    return path
}

function panelName(path) {
    path = baseName(path)
    sub(/_panel$/, "", path)
    return path
}

function checkCoreInclude(target,    from, to) {
    from = coreFolder(FILENAME)
    to = coreFolder(target)
    if (!(from in rank))
        breach("core/" from " is not in the list of folders of core (packaging/borders.awk)")
    else if (!(to in rank))
        breach("core/" to " is not in the list of folders of core")
    else if (rank[to] > rank[from])
        breach("core/" from " includes core/" to ", which is above it")
    else if (from == "stats" && to != "stats" && to != "base")
        breach("core/stats includes core/" to "; it may include core/base only")
    if (to == "nn" && target ~ /^core\/nn\/module\// && FILENAME !~ /^core\/nn\/module\//)
        breach("core/nn/module is a module of its own: use core/nn/api.h")
}

function checkLayer(target) {
    if (layer == "core" && target ~ /^(app|ui|resources|tests)\//)
        breach("core includes " target)
    if (layer == "core" && target ~ /^core\//)
        checkCoreInclude(target)
    if (layer == "app" && !isMain && target ~ /^(ui|tests)\//)
        breach("app includes " target)
    if (layer == "cli" && target ~ /^(app|ui|tests)\// && target !~ /^app\/cli\//)
        breach("the command line includes " target)
    if (layer == "ui" && target ~ /^(app\/cli|tests)\//)
        breach("ui includes " target)
    # A panel may have private parts (heat_map_tools.cpp of heat_map_panel.h); another panel it must not know.
    if (FILENAME ~ /^ui\/panels\// && target ~ /^ui\/panels\/.*_panel\.h$/ &&
        index(baseName(FILENAME), panelName(target)) != 1)
        breach("a panel includes another panel, " target)
}

function checkThirdParty(target) {
    # A bench may measure against it.
    if (target ~ /^(torch|ATen|c10|caffe2)\// && FILENAME !~ /^(core\/nn\/module|tests\/bench)\//)
        breach(target " outside core/nn/module")
    if (target == "sqlite3.h" && FILENAME !~ /^(core\/store\/.*|tests\/core\/store\/.*)\.cpp$/)
        breach("sqlite3.h outside core/store/*.cpp")
    if (target ~ /^catch2\// && FILENAME != "tests/support/catch.h")
        breach(target ": include tests/support/catch.h")
    if (target ~ /qcustomplot\.h$/) {
        if (FILENAME !~ /^ui\/plots\//)
            breach("qcustomplot.h outside its wrapper in ui/plots")
        else if (wrapper != "" && wrapper != FILENAME)
            breach("qcustomplot.h has a wrapper already, " wrapper)
        wrapper = FILENAME
    }
}

function checkQt(target) {
    if (target !~ /^(Q[A-Z]|Qt|q[a-z0-9]*\.h$|qt6keychain)/ || target ~ /qcustomplot\.h$/)
        return
    if (layer == "core")
        breach("Qt in core: " target)
    else if (layer == "cli")
        breach("Qt in the command line: " target)
    else if (layer == "app" && !isMain && names > 0) {
        sub(/^QtCore\//, "", target)
        if (!(target in inQtCore) && target !~ /^qt6keychain\//)
            breach("app may use QtCore only: " target)
    }
}

FNR == 1 {
    endFile()
    file = FILENAME
    once = 0
    layer = FILENAME
    sub(/\/.*/, "", layer)
    if (FILENAME ~ /^app\/cli\//)
        layer = "cli"
    isMain = (FILENAME == "app/gui_main.cpp")
}

{ lines = FNR }

/^#pragma once/ { once = 1 }

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    target = $0
    sub(/^[^<"]*[<"]/, "", target)
    sub(/[>"].*/, "", target)
    checkLayer(target)
    checkThirdParty(target)
    checkQt(target)
}

(layer == "ui" || layer == "app") && FILENAME !~ /^ui\/theme\// &&
    ($0 ~ hexColour || /QColor(::fromRgb)?( [A-Za-z]+)?[({][0-9]/ || /qRgba?\([0-9]/ || /QColorConstants::|Qt::(red|green|blue|cyan|magenta|yellow|gray|white|black|dark[A-Z][a-z]+|light[A-Z][a-z]+)[^A-Za-z]/) {
    breach("a colour of its own; colours come from the palette and ui/theme")
}

/(^|[^A-Za-z])(TODO|FIXME)([^A-Za-z]|$)/ { breach("an unfinished place") }

END {
    endFile()
    exit broken
}
