"""Forms whose lemma no ending tells, and old lemmas beside those that today's treebank writes."""

IRREGULAR = {
    form: line.split()[0]
    for line in """
stor större störst största
liten mindre minst minsta lilla litet små
gammal äldre äldst äldsta
ung yngre yngst yngsta
hög högre högst högsta
låg lägre lägst lägsta
lång längre längst längsta
tung tyngre tyngst tyngsta
grov grövre grövst grövsta
trång trängre trängst trängsta
god bättre bäst bästa gott
dålig sämre sämst sämsta
nära närmare närmast närmaste
ny nytt nya nyare nyast nyaste
fri fritt fria friare
vid vitt vida
mor mödrar mödrarna
far fäder fäderna
bror bröder bröderna
dotter döttrar döttrarna
ledamot ledamöter ledamöterna
examen examina
""".strip().splitlines()
    for form in line.split()[1:]
}

TODAY = {
    "giva": "ge",
    "taga": "ta",
    "draga": "dra",
    "bliva": "bli",
    "hava": "ha",
    "fader": "far",
    "moder": "mor",
    "broder": "bror",
}


def todays(lemma: str) -> str:
    """Return the lemma as today's treebank writes it: "fråntaga" is "frånta"."""
    ending = next((old for old in TODAY if lemma.endswith(old)), None)
    return lemma.removesuffix(ending) + TODAY[ending] if ending else lemma
