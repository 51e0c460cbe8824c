// The style sheet of the report. Private to core/io.
#pragma once

namespace neuroscribe::io {

/// Colors of figures follow by the classes that figureSvg gives its elements.
inline constexpr const char* kReportStyle = R"css(
:root { --page: #f3f5f8; --pane: #ffffff; --line: #dce0e7; --grid: #e8ebf0; --text: #1b1f27; --muted: #596273;
  --accent: #2a6bb5; --c0: #2a6bb5; --c1: #d97a1c; --c2: #2c8a57; --c3: #8a4fb0; --c4: #8a919e; --mark: #d2362a;
  --undefined: #d4d8df; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --page: #191c22; --pane: #22262e; --line: #373c47; --grid: #2f343e; --text: #e7e9ee; --muted: #979ead;
    --accent: #62a1ea; --c0: #62a1ea; --c1: #f0a04b; --c2: #62bf87; --c3: #c08be0; --c4: #8a919e; --mark: #ff6a4d;
    --undefined: #4a505c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 Inter, "Noto Sans", "DejaVu Sans", system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 28px 20px 60px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 0 0 10px; }
h3 { font-size: 15px; margin: 18px 0 6px; }
p { margin: 0 0 10px; max-width: 76ch; }
.muted, footer { color: var(--muted); }
nav { margin: 14px 0 22px; display: flex; flex-wrap: wrap; gap: 4px 16px; }
a { color: var(--accent); }
section { background: var(--pane); border: 1px solid var(--line); border-radius: 8px; padding: 18px 20px; margin: 0 0 18px; }
dl { display: grid; grid-template-columns: minmax(140px, 280px) 1fr; gap: 3px 18px; margin: 0 0 10px; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 12px 0 6px; overflow-x: auto; } figure svg { display: block; max-width: 100%; height: auto; }
.scroll { overflow-x: auto; margin: 4px 0 10px; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 14px 3px 0; border-bottom: 1px solid var(--grid); text-align: left; vertical-align: top; }
th { color: var(--muted); font-weight: 500; white-space: nowrap; } td { overflow-wrap: anywhere; }
td:first-child { min-width: 13ch; }
.n { text-align: right; white-space: nowrap; }
details { margin: 0 0 14px; } summary { cursor: pointer; color: var(--muted); font-size: 13px; }
svg .paper { fill: var(--pane); } svg .undefined { fill: var(--undefined); }
svg .f.text { fill: var(--text); } svg .s.text { stroke: var(--text); }
svg .f.muted { fill: var(--muted); } svg .s.muted { stroke: var(--muted); } svg .s.grid { stroke: var(--grid); }
svg .f.c0 { fill: var(--c0); } svg .s.c0 { stroke: var(--c0); } svg .f.c1 { fill: var(--c1); } svg .s.c1 { stroke: var(--c1); }
svg .f.c2 { fill: var(--c2); } svg .s.c2 { stroke: var(--c2); } svg .f.c3 { fill: var(--c3); } svg .s.c3 { stroke: var(--c3); }
svg .f.c4 { fill: var(--c4); } svg .s.c4 { stroke: var(--c4); } svg .s.mark { stroke: var(--mark); }
@media print {
  :root { --page: #ffffff; }
  body { font-size: 12px; } main { max-width: none; padding: 0; } nav, details { display: none; }
  section { border: 0; border-radius: 0; border-top: 1px solid var(--line); padding: 12px 0; margin: 0; }
  h2, h3 { break-after: avoid; } figure, tr, dd, dt { break-inside: avoid; }
  .scroll { overflow: visible; } table { font-size: 10px; } th { white-space: normal; vertical-align: bottom; }
  th, td { padding: 2px 8px 2px 0; }
}
)css";

} // namespace neuroscribe::io
