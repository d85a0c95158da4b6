"""The obvious words of each criterion: what a plain search would look for."""

import re

from grantcheck.domain.ruleset import CriterionId

KEYWORDS = {
    CriterionId.PREVENT_VIOLATIONS: r"mobb|kränk|trakasser|övergrepp|värdegrund|trygg",
    CriterionId.PREVENT_DISCRIMINATION: r"diskriminer|likabehandl|jämställ|mångfald|inkluder|lika villkor",
    CriterionId.CONTINUITY: r"kontinuerlig|löpande|regelbund|årlig|varje",
    CriterionId.ACTIVE_IN_PERIOD: r"under året|genomfört|har haft|utbildning",
    CriterionId.INCIDENT_ROUTINE: r"handlingsplan|krisplan|anmäl|kontaktperson|rutin",
    CriterionId.TRYGG_FORENING: r"trygg förening",
    CriterionId.RECORD_EXTRACT: r"registerutdrag|belastningsregist",
}


def is_obvious(text: str, criterion: CriterionId) -> bool:
    """Whether the text has an obvious word of the criterion."""
    return bool(re.search(KEYWORDS[criterion], text, re.IGNORECASE))
