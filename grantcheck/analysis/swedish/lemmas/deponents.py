"""Verbs that have only the form in -s, which is no passive: "finns", "hoppas", "trivs"."""

_PARADIGMS = """
finnas finns fanns funnits
tyckas tycks tycktes tyckts
hoppas hoppades hoppats
synas syns synes syntes synts
fattas fattades fattats
utspelas utspelades utspelats
mötas möts möttes mötts
kännas känns kändes känts
trivas trivs trivdes trivts
lyckas lyckades lyckats
misslyckas misslyckades misslyckats
minnas minns mindes mints
vistas vistades vistats
handskas handskades handskats
brottas brottades brottats
slåss slogs
samsas samsades samsats
låtsas låtsades låtsats
trängas trängs trängdes trängts
andas andades andats
skiljas skiljs skildes skilts
umgås umgicks umgåtts
rymmas ryms rymdes rymts
enas enades enats
töras törs tordes torts
åldras åldrades åldrats
avundas avundades avundats
färdas färdades färdats
kräkas kräks kräktes kräkts
envisas envisades envisats
svettas svettades svettats
skämmas skäms skämdes skämts
träffas träffades träffats
flockas flockades flockats
råkas råkades råkats
nalkas nalkades nalkats
kivas kivades kivats
"""

DEPONENT_LEMMAS = {form: line.split()[0] for line in _PARADIGMS.strip().splitlines() for form in line.split()}
DEPONENT_FORMS = frozenset(DEPONENT_LEMMAS)
