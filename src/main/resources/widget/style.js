/// The style sheet of the widget. Lengths are in em of the user's text size. Pages can set colours, fonts and sizes by
/// custom properties; other styles of the page do not affect the widget.
export const STYLE = `
:host {
  all: initial !important;
  display: block !important;
}

:host([hidden]) { display: none !important; }

.root {
  all: initial;
  display: block;
  color-scheme: light dark;
  --paper: var(--dossier-background, light-dark(#fdfcf9, #16191a));
  --ink: var(--dossier-text, light-dark(#1f2322, #e6e4de));
  --quiet: var(--dossier-quiet, light-dark(#5c6461, #a3aba7));
  --line: var(--dossier-line, light-dark(#ddd8cc, #343b39));
  --panel: var(--dossier-surface, light-dark(#f4f1e9, #1f2425));
  --accent: var(--dossier-accent, light-dark(#1d5f53, #7fc8b8));
  --on-accent: var(--dossier-on-accent, light-dark(#ffffff, #0e1a17));
  --mark: var(--dossier-mark, light-dark(#fff3c4, #3d3516));
  --round: var(--dossier-radius, 0.5em);
  --font: var(--dossier-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  --reading-font: var(--dossier-reading-font, var(--font));
  color: var(--ink);
  font-family: var(--font);
  font-size: var(--dossier-font-size, medium);
  line-height: 1.55;
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
}

:host([scheme='light']) .root { color-scheme: light; }
:host([scheme='dark']) .root { color-scheme: dark; }

.root *, .root *::before { box-sizing: border-box; }
[hidden] { display: none !important; }

.unseen {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

h2, h3, h4, p, ul, blockquote, fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
ul { list-style: none; }
h2, h3:not(.label), .said, blockquote, .suggestion { font-family: var(--reading-font); }

/* The frame */

.frame { background: var(--paper); color: var(--ink); }

.inline {
  max-inline-size: var(--dossier-max-width, 44em);
  padding: var(--dossier-padding, clamp(1em, 4vi, 1.75em));
  border: var(--dossier-border, 1px solid var(--line));
  border-radius: calc(var(--round) * 1.6);
}

.head { display: flex; align-items: baseline; gap: 0.75em; }
h2 { flex: 1; font-size: 1.35em; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
.greeting:empty { display: none; }
.head:has(+ .greeting:empty) { margin-block-end: 0.9em; }
.greeting { max-inline-size: 60ch; margin-block: 0.4em 1.1em; color: var(--quiet); font-size: 0.9375em; text-wrap: pretty; }

/* A turn */

.turn { padding-block: 1.5em; border-block-start: 1px solid var(--line); scroll-margin-block: 1em 9em; }
.turn h3 { font-size: 1.2em; line-height: 1.35; font-weight: 650; letter-spacing: -0.005em; text-wrap: pretty; }
.narrowed, .remark, .from, .progress { color: var(--quiet); font-size: 0.875em; }
.narrowed { margin-block-start: 0.35em; }
.said, .reply:is(.related, .about) { margin-block-start: 0.65em; }
.said { max-inline-size: 66ch; font-size: 1.0625em; line-height: 1.65; }
.introduction:empty, .said:empty { display: none; }

/* Statements that are only related to the question are quieter than an answer. */
.related { max-inline-size: 68ch; padding-inline-start: 0.9em; border-inline-start: 2px solid var(--line); }
.related .said { margin: 0; color: color-mix(in srgb, var(--ink) 50%, var(--quiet)); font-size: 1em; }

/* The program's own words look like the program, not like an article. */
.about { max-inline-size: 68ch; padding: 0.7em 1em; border-radius: var(--round); background: var(--panel); }
.about .said { margin: 0; font-family: var(--font); font-size: 1em; line-height: 1.55; white-space: pre-line; }

.statement { animation: appear 0.4s ease-out; }
.verdict { font-weight: 600; }
.why { max-inline-size: 62ch; margin-block-start: 0.25em; }
.remark { max-inline-size: 66ch; margin-block-start: 0.75em; }
.note + .note { margin-block-start: 0.25em; }
.choice:not(:empty) { margin-block-start: 1em; }
.chart { inline-size: 100%; max-inline-size: 40em; margin-block-start: 1em; font-size: 0.875em; }
.chart :is(caption, th) { font-weight: inherit; text-align: start; }
.chart .bar, .chart meter { inline-size: 100%; }
.chart meter::-webkit-meter-optimum-value, .chart meter::-moz-meter-bar { background: var(--accent); }

.number {
  min-inline-size: 1.65em;
  margin-inline: 0.15em;
  padding: 0.05em 0.4em;
  border: 1px solid var(--line);
  border-radius: 0.4em;
  background: var(--panel);
  color: var(--accent);
  font: 600 0.75em/1.5 var(--font);
  font-variant-numeric: tabular-nums;
  vertical-align: 0.22em;
  cursor: pointer;
}
.number:hover, .number[aria-expanded='true'] { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }

.card {
  position: relative;
  max-inline-size: 66ch;
  margin-block-start: 1em;
  scroll-margin-block: 1em 9em;
  padding: 1em 1.15em 0.7em;
  border-inline-start: 3px solid var(--accent);
  border-start-end-radius: var(--round);
  border-end-end-radius: var(--round);
  background: var(--panel);
  animation: appear 0.2s ease-out;
}
.card .close { position: absolute; inset-block-start: 0.5em; inset-inline-end: 0.5em; }
blockquote { padding-inline-end: 1.75em; line-height: 1.6; }
blockquote::before { content: open-quote; }
blockquote::after { content: close-quote; }
.card .cited { margin-block-start: 0.6em; font-size: 0.9375em; }
.cited .title { font-weight: 600; }
.from { display: block; }

.sources { margin-block-start: 1.25em; font-size: 0.9375em; }
.sources li { display: flex; gap: 0.75em; padding-block: 0.3em; }
.sources .title { font-weight: 500; }
.numbers { flex: none; min-inline-size: 1.1em; color: var(--quiet); font-variant-numeric: tabular-nums; }
.label { margin-block-end: 0.25em; color: var(--quiet); font-size: 0.8125em; line-height: 1.5; font-weight: 600; letter-spacing: 0.02em; }
:is(:lang(ar), :lang(fa)) .label { letter-spacing: 0; }

/* What is going on */

.progress { margin-block-start: 0.75em; }
.progress:empty { display: none; }
.progress ul { margin-block-start: 0.3em; padding-inline-start: 0.9em; border-inline-start: 2px solid var(--line); }
.progress li { padding-block: 0.1em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; animation: appear 0.4s ease-out backwards; }
.progress li:nth-child(2) { animation-delay: 0.12s; }
.progress li:nth-child(3) { animation-delay: 0.24s; }
.progress li:nth-child(4) { animation-delay: 0.36s; }
.dots::after { content: ' …'; animation: breathe 1.6s ease-in-out infinite; }

.notice {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.6em 1em;
  margin-block-start: 0.9em;
  padding: 0.7em 1em;
  border: 1px solid var(--line);
  border-radius: var(--round);
  background: var(--panel);
}
.notice p { flex: 1 1 auto; }

/* Buttons and links */

button, input, textarea { margin: 0; color: inherit; font: inherit; letter-spacing: inherit; }
button { cursor: pointer; }
button:disabled { opacity: 0.55; cursor: default; }
.icon { flex: none; inline-size: 1.15em; block-size: 1.15em; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.2em; }
.icon-out { inline-size: 0.95em; block-size: 0.95em; }
[dir='rtl'] :is(.icon-out, .icon-again) { transform: scaleX(-1); }
.icon-stop, .icon-quote { fill: currentColor; stroke: none; }

a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 0.12em; }

.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25em 1.1em; margin-block-start: 0.6em; }
.end .row { justify-content: space-between; margin-block-start: 1em; }
.thumbs { display: flex; gap: 0.25em; margin-inline-start: auto; }

.quiet { display: inline-flex; align-items: center; gap: 0.4em; min-block-size: 2.25em; padding: 0; border: 0; background: none; color: var(--quiet); font-size: 0.875em; text-decoration: none; }
.quiet:hover { color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; }
a.quiet { color: var(--accent); }

.bare { display: inline-grid; place-items: center; inline-size: 2.1em; block-size: 2.1em; padding: 0; border: 0; border-radius: var(--round); background: none; color: var(--quiet); }
.bare:hover { background: color-mix(in srgb, var(--ink) 8%, transparent); color: var(--ink); }
.thumb[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); }

.second { display: inline-flex; align-items: center; gap: 0.45em; padding: 0.4em 0.85em; border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); font-size: 0.9375em; }
.second:hover:enabled { border-color: var(--accent); color: var(--accent); }

.primary { display: inline-flex; align-items: center; gap: 0.4em; padding: 0.5em 1em; border: 0; border-radius: var(--round); background: var(--accent); color: var(--on-accent); font-weight: 600; white-space: nowrap; }
.primary:hover { background: color-mix(in srgb, var(--accent) 86%, var(--ink)); }

:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.card:focus-visible { outline-offset: -2px; }

.word form { display: flex; gap: 0.5em; margin-block-start: 0.6em; }
.word input { flex: 1; min-inline-size: 0; }
input:is([type='text'], [type='date']) { padding: 0.4em 0.7em; border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); font-size: 0.9375em; }

/* Suggestions */

.examples:not(:empty) { margin-block-start: 1.25em; }
.next:not(:empty) { margin-block-start: 1.25em; }
.suggestion {
  display: block;
  inline-size: 100%;
  padding: 0.6em 0;
  border: 0;
  border-block-start: 1px solid var(--line);
  background: none;
  text-align: start;
  line-height: 1.45;
}
.suggestion:hover { color: var(--accent); }
.choice .suggestion { margin-block-start: 0.5em; padding: 0.5em 0.85em; border: 1px solid var(--line); border-radius: var(--round); }
.choice .suggestion:hover { border-color: var(--accent); }

/* Asking */

.inline .composer { position: sticky; inset-block-end: 0; padding-block: 0.5em; background: var(--paper); }
.turns:not(:empty) + .composer { border-block-start: 1px solid var(--line); padding-block-start: 1em; }
.field {
  display: flex;
  align-items: end;
  gap: 0.4em;
  padding: 0.35em;
  border: 1px solid color-mix(in srgb, var(--quiet) 70%, var(--line));
  border-radius: calc(var(--round) * 1.4);
  background: light-dark(color-mix(in srgb, white 55%, var(--paper)), var(--panel));
}
.field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
textarea { flex: 1; min-inline-size: 0; max-block-size: 10em; padding: 0.5em 0.6em; border: 0; background: none; resize: none; field-sizing: content; line-height: 1.45; }
textarea:focus { outline: none; }
::placeholder { color: var(--quiet); opacity: 1; }

.narrow { margin-block-start: 0.4em; color: var(--quiet); font-size: 0.875em; }
summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5em; inline-size: fit-content; padding-block: 0.3em; border-radius: var(--round); list-style: none; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
summary:hover { color: var(--accent); }
.chosen { color: var(--accent); font-weight: 600; }
.choices { display: grid; gap: 0.75em; max-block-size: 16em; padding: 0.5em 0.1em 0.25em; overflow: auto; color: var(--ink); }
.choices .quiet { justify-self: start; font-size: 1em; }
.dates { display: flex; flex-wrap: wrap; gap: 0.6em 1.25em; }
.dates label { display: inline-flex; align-items: center; gap: 0.5em; }
legend { margin-block-end: 0.2em; padding: 0; color: var(--quiet); }
.publisher { display: flex; align-items: baseline; gap: 0.5em; padding-block: 0.2em; }
input[type='checkbox'] { accent-color: var(--accent); inline-size: 1.1em; block-size: 1.1em; transform: translateY(0.15em); }

/* The launcher and its panel */

.launcher {
  position: fixed;
  inset-block-end: max(1.25em, env(safe-area-inset-bottom));
  inset-inline-end: 1.25em;
  z-index: var(--dossier-z-index, 1000);
  display: inline-flex;
  align-items: center;
  gap: 0.55em;
  padding: 0.8em 1.25em;
  border: 0;
  border-radius: 2em;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  box-shadow: 0 0.15em 0.4em #0003, 0 0.5em 1.75em #0003;
}
.launcher:hover { background: color-mix(in srgb, var(--accent) 86%, var(--ink)); }
.launcher:focus-visible { outline-offset: 3px; }

.panel:not([open]) { display: none; }
.panel {
  position: fixed;
  inset: auto;
  inset-block-end: 1.25em;
  inset-inline-end: 1.25em;
  display: flex;
  flex-direction: column;
  inline-size: var(--dossier-panel-width, 27.5em);
  max-inline-size: calc(100vw - 2.5em);
  block-size: var(--dossier-panel-height, 44em);
  max-block-size: calc(100dvh - 2.5em);
  margin: 0;
  padding: 0;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: calc(var(--round) * 2);
  box-shadow: 0 0.5em 1.5em #0002, 0 1.5em 5em #0004;
}
.panel::backdrop { background: #0003; }
.panel[open] { animation: rise 0.22s ease-out; }
.panel .head { align-items: center; padding: 0.8em 0.75em 0.8em 1.25em; border-block-end: 1px solid var(--line); }
[dir='rtl'] .panel .head { padding-inline: 1.25em 0.75em; }
.panel h2 { font-size: 1.0625em; }
.scroller { position: relative; flex: 1; min-block-size: 0; padding: 1.1em 1.25em 0; overflow-y: auto; overscroll-behavior: contain; outline-offset: -3px; }
.panel :is(.turn, .card) { scroll-margin-block: 1em; }
.panel .turn:first-child { border: 0; padding-block-start: 0; }
.panel .turn:last-child { min-block-size: 100%; }
.panel .turns:not(:empty) { block-size: 100%; }
.scroller:has(.turn) > .greeting { display: none; }
.panel .composer { padding: 0.75em 1em; border-block-start: 1px solid var(--line); }
.panel .choices { max-block-size: 11em; }

@media (max-width: 40em) {
  .panel {
    inset: 0;
    inline-size: 100vw;
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    border: 0;
    border-radius: 0;
  }
}

@keyframes appear { from { opacity: 0; } }
@keyframes breathe { 50% { opacity: 0.25; } }
@keyframes rise { from { opacity: 0; transform: translateY(0.75em); } }

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}

@media (forced-colors: active) {
  .number, .primary, .launcher, .thumb, .about { border: 1px solid; }
  .thumb[aria-pressed='true'] { forced-color-adjust: none; }
}
`;
