"""Who may open what: every route, by every role, with one's own object, another's and one that there is not."""

from itertools import product

import pytest
from flask import Flask
from werkzeug.routing import Rule

from grantcheck.domain.people import Role, User
from grantcheck.web.access import EVERYBODY, UndeclaredRoute, guard, who_may_open
from tests import installation
from tests.web.place import Client, Site

NOBODY_HAS = 999
ROLES = (None, *Role)


def rules(site: Site) -> list[Rule]:
    return [rule for rule in site.app.url_map.iter_rules() if rule.endpoint != "static"]


def a_user(site: Site, role: Role) -> User:
    known = {Role.ASSOCIATION: site.member, Role.OFFICER: site.officer}
    return known.get(role) or installation.a_person(site.store, f"Someone-{role}", role)


def status(visitor: Client, rule: Rule, number: int) -> int:
    """Ask for the route by its own method, as its form would, and return the status."""
    address = rule.rule.replace("<int:number>", str(number)).replace("<int:page>", "1").replace("<sha256>", "0" * 64)
    methods = rule.methods or set()
    if "GET" in methods:
        return visitor.flask.get(address).status_code
    return visitor.flask.post(address, data={"csrf_token": visitor.token}).status_code


def test_every_route_says_who_may_open_it(site: Site) -> None:
    assert [rule.rule for rule in rules(site) if who_may_open(site.app, rule.endpoint) is None] == []


def test_a_route_that_says_nothing_stops_the_start() -> None:
    app = Flask("test")
    app.add_url_rule("/forgotten", "forgotten", lambda: "")

    with pytest.raises(UndeclaredRoute, match="/forgotten"):
        guard(app, lambda: app.make_response(""))


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_a_route_lets_in_those_it_names_and_nobody_else(site: Site, role: Role | None) -> None:
    visitor = site.client(a_user(site, role) if role else None)
    visitor.get("/tillganglighet")
    for rule in rules(site):
        allowed = who_may_open(site.app, rule.endpoint)
        if allowed in (EVERYBODY, None) or rule.endpoint == "sign_in.sign_out":
            continue
        got = status(visitor, rule, NOBODY_HAS)
        expected = 403 if role else 303 if "GET" in (rule.methods or ()) else 401
        if role is None or role not in (allowed or ()):
            assert got == expected, rule.rule
        else:
            assert got != 403, rule.rule


def with_an_object(site: Site) -> list[Rule]:
    return [rule for rule in rules(site) if "number" in rule.arguments and "/omgang/" not in rule.rule]


def test_another_associations_application_is_not_found(site: Site) -> None:
    stranger = site.client(site.stranger)
    stranger.get("/tillganglighet")
    own = [rule for rule in with_an_object(site) if rule.rule.startswith("/forening")]

    got = {rule.rule: status(stranger, rule, number) for rule, number in product(own, (site.draft, site.sent))}

    assert own
    assert set(got.values()) == {404}, got


def test_an_object_that_there_is_not_is_not_found(site: Site) -> None:
    for user in (site.member, site.officer):
        visitor = site.client(user)
        visitor.get("/tillganglighet")
        for rule in with_an_object(site):
            if who_may_open(site.app, rule.endpoint) == user.roles:
                assert status(visitor, rule, NOBODY_HAS) == 404, rule.rule


def test_a_draft_is_not_found_by_an_officer(site: Site) -> None:
    officer = site.client(site.officer)
    officer.get("/tillganglighet")
    site.hand_in(site.draft)

    for rule in with_an_object(site):
        if rule.rule.startswith("/handlaggare"):
            assert status(officer, rule, site.draft) == 404, rule.rule


def test_an_association_can_not_choose_anothers(site: Site) -> None:
    member = site.client(site.member)
    member.get("/forening/valj")

    member.post("/forening/valj", 422, association=site.stranger.associations[0])

    assert member.get("/forening/").h1 == "Kvistedals BK"


def test_nobody_applies_for_an_association_of_others(site: Site) -> None:
    several = installation.a_person(site.store, "Berit", Role.ASSOCIATION)
    visitor = site.client(several)
    visitor.get("/tillganglighet")

    assert visitor.post("/forening/omgang/1/borja", 404).h1 == "Sidan finns inte"
