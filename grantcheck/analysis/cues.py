"""Marks the words that tell what a sentence is: its subject matter, denial, modality, time and actor."""

import re

from grantcheck.domain.evidence import Cue, CueRole
from grantcheck.domain.ruleset import CriterionId

_PATTERNS = {
    CueRole.NEGATION: r"inte|ej|icke|aldrig|ingen|inget|inga|varken|saknas?|saknar|saknade|utan att|uteblev|ställdes in|hann inte",
    CueRole.MODALITY: r"ska|skall|vill|kommer att|planeras?|planerar|avser|tänker|hoppas|bör|borde|önskar|ambitionen|målet är"
    r"|tanken är|förhoppningen|föreslår|bokade?|bokat|anmälda?",
    CueRole.TIME: r"varje|alltid|årligen|löpande|regelbundet|återkommande|stående punkt|under året|i våras|i höstas|i år|i fjol"
    r"|förra året|förra säsongen|nästa år|under perioden|(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|\d{1,2}/\d{1,2}"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    CueRole.ACTOR: r"vi|styrelsen|föreningen|klubben|kåren|ledarna|samtliga ledare|alla ledare|tränarna|kommunen|förbundet"
    r"|distriktet|riksförbundet|skolan|RF-SISU|SISU",
}
_TOPICS = {
    CriterionId.PREVENT_VIOLATIONS: r"mobb|kränk|trakasser|övergrepp|hot\b|våld|trygg|värdegrund|kamrat|schyss|uppförande|utfryst"
    r"|tillsammans|omklädning|språk|respekt|nolltolerans|trivsel",
    CriterionId.PREVENT_DISCRIMINATION: r"diskriminer|likabehandl|lika villkor|jämställ|mångfald|inkluder|tillgänglig|ramp|tolk"
    r"|rullstol|funktionsned|oavsett|avgift|integration|hbtq|pride|tjej|språk",
    CriterionId.CONTINUITY: r"varje|alltid|årlig|löpande|kontinuerlig|regelbund|återkomm|stående|termin|månad|vecka",
    CriterionId.ACTIVE_IN_PERIOD: r"genomför|gick|höll|hölls|deltog|utbild|samtal|träff|infört|införde|utsåg",
    CriterionId.INCIDENT_ROUTINE: r"anmäl|kontaktperson|vänder|ringer|handlingsplan|rutin|ärende|händelse|polis|trygghets",
    CriterionId.TRYGG_FORENING: r"trygg|utbildning|kurs",
    CriterionId.RECORD_EXTRACT: r"utdrag|belastningsregist|polis|registerkontroll",
}


def cues_of(text: str, criterion: CriterionId) -> tuple[Cue, ...]:
    """Return the cue words of the text in order; the first role keeps a word that several could claim."""
    found = [*_topic_cues(text, criterion), *_role_cues(text)]
    kept: list[Cue] = []
    for cue in found:
        if all(cue.end <= other.start or other.end <= cue.start for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=lambda cue: cue.start))


def _topic_cues(text: str, criterion: CriterionId) -> list[Cue]:
    """Mark each topic word whole, so that compounds are shown as the report has them."""
    pattern = re.compile(rf"\w*(?:{_TOPICS[criterion]})\w*", re.I)
    return [Cue(item.start(), item.end(), CueRole.TOPIC) for item in pattern.finditer(text)]


def _role_cues(text: str) -> list[Cue]:
    return [
        Cue(item.start(), item.end(), role)
        for role, pattern in _PATTERNS.items()
        for item in re.finditer(rf"\b(?:{pattern})\b", text, re.I)
    ]
