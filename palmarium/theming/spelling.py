"""Properties and at-rules of CSS that a style sheet spells in a way that no browser knows.

The names are those of the CSS specifications (https://www.w3.org/Style/CSS/all-properties). A name of which none is
almost the same is passed over: browsers learn new ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..problems import nearest

_SIDES = ("top", "right", "bottom", "left", "block-start", "block-end", "inline-start", "inline-end", "block", "inline")
_SIDED = ("margin", "padding", "scroll-margin", "scroll-padding", "inset")
_SIZES = ("width", "height", "block-size", "inline-size")
_CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right", "start-start", "start-end", "end-start", "end-end")
_PLAIN = """
accent-color align-content align-items align-self all anchor-name anchor-scope animation animation-composition
animation-delay animation-direction animation-duration animation-fill-mode animation-iteration-count animation-name
animation-play-state animation-range animation-range-end animation-range-start animation-timeline
animation-timing-function appearance aspect-ratio backdrop-filter backface-visibility background background-attachment
background-blend-mode background-clip background-color background-image background-origin background-position
background-position-x background-position-y background-repeat background-size baseline-shift border border-collapse
border-color border-image border-image-outset border-image-repeat border-image-slice border-image-source
border-image-width border-radius border-spacing border-style border-width bottom box-decoration-break box-shadow
box-sizing break-after break-before break-inside caption-side caret caret-color caret-shape clear clip clip-path
clip-rule color color-adjust color-interpolation color-interpolation-filters color-scheme column-count column-fill
column-gap column-rule column-rule-color column-rule-style column-rule-width column-span column-width columns contain
contain-intrinsic-size container container-name container-type content content-visibility counter-increment
counter-reset counter-set cursor cx cy d direction display dominant-baseline empty-cells field-sizing fill
fill-opacity fill-rule filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float
flood-color flood-opacity font font-family font-feature-settings font-kerning font-language-override
font-optical-sizing font-palette font-size font-size-adjust font-smooth font-stretch font-style font-synthesis
font-synthesis-small-caps font-synthesis-style font-synthesis-weight font-variant font-variant-alternates
font-variant-caps font-variant-east-asian font-variant-emoji font-variant-ligatures font-variant-numeric
font-variant-position font-variation-settings font-weight font-width forced-color-adjust gap grid grid-area
grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-start grid-gap
grid-row grid-row-end grid-row-gap grid-row-start grid-template grid-template-areas grid-template-columns
grid-template-rows hanging-punctuation hyphenate-character hyphenate-limit-chars hyphens image-orientation
image-rendering image-resolution initial-letter inset interactivity interpolate-size isolation justify-content
justify-items justify-self left letter-spacing lighting-color line-break line-clamp line-height line-height-step
list-style list-style-image list-style-position list-style-type margin margin-trim marker marker-end marker-mid
marker-start mask mask-border mask-border-mode mask-border-outset mask-border-repeat mask-border-slice
mask-border-source mask-border-width mask-clip mask-composite mask-image mask-mode mask-origin mask-position
mask-repeat mask-size mask-type math-depth math-shift math-style mix-blend-mode object-fit object-position
object-view-box offset offset-anchor offset-distance offset-path offset-position offset-rotate opacity order orphans
outline outline-color outline-offset outline-style outline-width padding page page-break-after page-break-before
page-break-inside paint-order perspective perspective-origin place-content place-items place-self pointer-events
position position-anchor position-area position-try position-try-fallbacks position-try-order position-visibility
print-color-adjust quotes r reading-flow reading-order resize right rotate row-gap ruby-align ruby-merge ruby-overhang
ruby-position rx ry scale scroll-behavior scroll-margin scroll-marker-group scroll-padding scroll-snap-align
scroll-snap-stop scroll-snap-type scroll-timeline scroll-timeline-axis scroll-timeline-name scrollbar-color
scrollbar-gutter scrollbar-width shape-image-threshold shape-margin shape-outside shape-rendering speak speak-as
stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
stroke-opacity stroke-width tab-size table-layout text-align text-align-all text-align-last text-anchor text-autospace
text-box text-box-edge text-box-trim text-combine-upright text-decoration text-decoration-color text-decoration-line
text-decoration-skip text-decoration-skip-ink text-decoration-style text-decoration-thickness text-emphasis
text-emphasis-color text-emphasis-position text-emphasis-style text-indent text-justify text-orientation text-overflow
text-rendering text-shadow text-size-adjust text-spacing-trim text-transform text-underline-offset
text-underline-position text-wrap text-wrap-mode text-wrap-style timeline-scope top touch-action transform
transform-box transform-origin transform-style transition transition-behavior transition-delay transition-duration
transition-property transition-timing-function translate unicode-bidi user-select vector-effect vertical-align
view-timeline view-timeline-axis view-timeline-inset view-timeline-name view-transition-class view-transition-name
visibility white-space white-space-collapse widows will-change word-break word-spacing word-wrap writing-mode x y
z-index zoom
"""
_OF_AT_RULES = """
src unicode-range font-display ascent-override descent-override line-gap-override size-adjust size marks bleed
page-orientation syntax inherits initial-value system symbols additive-symbols negative prefix suffix range pad
fallback base-palette override-colors navigation
"""
_NAMES_OF_AT_RULES = """
@charset @color-profile @container @counter-style @font-face @font-feature-values @font-palette-values @import
@keyframes @layer @media @namespace @page @position-try @property @scope @starting-style @supports @view-transition
@-webkit-keyframes @-moz-document @swash @styleset @stylistic @annotation @ornaments @character-variant
@top-left-corner @top-left @top-center @top-right @top-right-corner @right-top @right-middle @right-bottom
@bottom-right-corner @bottom-right @bottom-center @bottom-left @bottom-left-corner @left-bottom @left-middle @left-top
"""
_PROPERTIES = frozenset(
    (
        *(f"{name}-{side}" for side in _SIDES for name in _SIDED),
        *(f"border-{side}{part}" for side in _SIDES for part in ("", "-color", "-style", "-width")),
        *(f"border-{corner}-radius" for corner in _CORNERS),
        *(f"{least}{size}" for least in ("", "min-", "max-", "contain-intrinsic-") for size in _SIZES),
        *(f"overflow{on}" for on in ("", "-x", "-y", "-block", "-inline", "-wrap", "-anchor", "-clip-margin")),
        *(f"overscroll-behavior{on}" for on in ("", "-x", "-y", "-block", "-inline")),
        *_PLAIN.split(),
        *_OF_AT_RULES.split(),
    )
)
_AT_RULES = frozenset(_NAMES_OF_AT_RULES.split())
# A declaration is followed by `;` or the end of its block, what opens a block inside by `{`.
_DECLARED = re.compile(r"[{;]\s*+(?P<name>[a-z][-a-z]*+)\s*+:(?=[^{};]*+[;}])", re.IGNORECASE)
_AT = re.compile(r"@[a-z][-a-z]*+", re.IGNORECASE)
_LIKENESS = 0.8


@lru_cache(maxsize=64)
def misspelt(style: str) -> tuple[tuple[int, str, str], ...]:
    """Names that are almost one of CSS: where each stands, the name, and what was meant.

    In the style sheet comments, texts and addresses are blanked.
    """
    return tuple(_misspelt(style))


def _misspelt(style: str) -> Iterator[tuple[int, str, str]]:
    for pattern, group, known in ((_DECLARED, "name", _PROPERTIES), (_AT, 0, _AT_RULES)):
        for found in pattern.finditer(style):
            name = found[group].lower()
            if name not in known and (near := nearest(name, known, _LIKENESS)):
                yield found.start(group), found[group], near
