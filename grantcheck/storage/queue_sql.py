"""The SQL of the officer's queue, built once from named parts; what users give comes in as named parameters only."""

# Every received case with all that it can be filtered and sorted by.
_CASES = """
WITH latest AS (
    SELECT report_id, max(id) AS id FROM check_run WHERE outcome = 'read' GROUP BY report_id
),
found AS (
    SELECT rowid AS report_id FROM report_text WHERE :words != '' AND report_text MATCH :words
),
received AS (
    SELECT application.id, association.name AS association, association.kind, organisation_number, case_number,
        round_id, grant_round.name_sv AS round_sv, grant_round.name_en AS round_en, submitted_at,
        max(0, CAST(ceil(julianday(submitted_at) - julianday(closes_at) - 0.0000001) AS INTEGER)) AS days_late,
        CASE WHEN application.state = 'submitted' AND times_submitted > 1 THEN 'completed'
            WHEN application.state = 'in_review' AND reviewed_at IS NOT NULL THEN 'reviewed'
            ELSE application.state END AS status,
        coalesce(officer_id, 0) AS officer_id, officer.name AS officer, report.id AS report_id,
        report.state AS report_state, check_run.id AS run_id, flag, concrete_examples,
        coalesce(unread_pages, 0) AS unread_pages
    FROM application
    JOIN association ON association.id = application.association_id
    JOIN grant_round ON grant_round.id = application.round_id
    LEFT JOIN person AS officer ON officer.id = officer_id
    LEFT JOIN report ON report.application_id = application.id AND report.current = 1
    LEFT JOIN latest ON latest.report_id = report.id
    LEFT JOIN check_run ON check_run.id = latest.id
    WHERE submitted_at IS NOT NULL
),
searched AS (
    SELECT * FROM received
    WHERE :search = '' OR instr(casefold(association), :search) OR instr(casefold(case_number), :search)
        OR instr(coalesce(organisation_number, ''), :search)
        OR instr(replace(coalesce(organisation_number, ''), '-', ''), :search)
        OR report_id IN (SELECT report_id FROM found)
),
"""

# Each case has values under facets; a case fits when no facet with a choice lacks it.
_FIT = """
tag AS (
    SELECT id, 'round' AS facet, CAST(round_id AS TEXT) AS value, round_sv AS name_sv, round_en AS name_en FROM searched
    UNION ALL SELECT id, 'status', status, NULL, NULL FROM searched
    UNION ALL SELECT id, 'officer', CAST(officer_id AS TEXT), officer, officer FROM searched
    UNION ALL SELECT id, 'flag', coalesce(flag, 'none'), NULL, NULL FROM searched
    UNION ALL SELECT id, 'kind', kind, NULL, NULL FROM searched
    UNION ALL SELECT id, 'unread', iif(unread_pages > 0, 'yes', 'no'), NULL, NULL FROM searched
    UNION ALL SELECT searched.id, criterion, iif(reason = 'unread', 'unread', verdict), NULL, NULL
        FROM searched JOIN finding ON finding.check_run_id = run_id
),
choice AS (
    SELECT facet.key AS facet, chosen.value FROM json_each(:chosen) AS facet, json_each(facet.value) AS chosen
),
missed AS MATERIALIZED (
    SELECT searched.id, narrowed.facet FROM searched, (SELECT DISTINCT facet FROM choice) AS narrowed
    EXCEPT SELECT id, facet FROM tag JOIN choice USING (facet, value)
),
misses AS MATERIALIZED (
    SELECT id, count(*) AS number, min(facet) AS facet FROM missed GROUP BY id
),
fit AS (
    SELECT * FROM searched WHERE id NOT IN (SELECT id FROM misses)
),
ordered AS (
    SELECT *, row_number() OVER (ORDER BY
        iif(:descending, NULL, rank), iif(:descending, rank, NULL) DESC,
        iif(:descending AND :sort != 'flag', NULL, submitted_at),
        iif(:descending AND :sort != 'flag', submitted_at, NULL) DESC, id) AS place
    FROM (SELECT *, CASE :sort
        WHEN 'association' THEN swedish(association)
        WHEN 'case' THEN printf('%s%09d', substr(case_number, 1, 7), substr(case_number, 8))
        WHEN 'submitted' THEN submitted_at
        WHEN 'status' THEN status
        WHEN 'officer' THEN coalesce(swedish(officer), '')
        ELSE CASE coalesce(flag, 'review') WHEN 'flagged' THEN '0' WHEN 'review' THEN '1' ELSE '2' END
        END AS rank FROM fit)
),
"""

_ROWS = """
shown AS (
    SELECT place, json_object('application', id, 'association', association, 'kind', kind, 'case_number', case_number,
        'round_name_sv', round_sv, 'round_name_en', round_en, 'submitted_at', submitted_at, 'days_late', days_late,
        'status', status, 'officer', officer, 'report_state', report_state, 'flag', flag,
        'concrete_examples', concrete_examples, 'unread_pages', unread_pages,
        'marks', (SELECT json_group_array(json_object('criterion', criterion,
                'reading', iif(reason = 'unread', 'unread', verdict)))
            FROM (SELECT * FROM finding WHERE check_run_id = run_id ORDER BY id))) AS row
    FROM ordered ORDER BY place LIMIT :size OFFSET :skip
),
counted AS (
    SELECT tag.facet, value, max(name_sv) AS name_sv, max(name_en) AS name_en,
        sum(number IS NULL OR (number = 1 AND misses.facet = tag.facet)) AS count
    FROM tag LEFT JOIN misses ON misses.id = tag.id
    GROUP BY tag.facet, value ORDER BY tag.facet, value
)
SELECT json_object(
    'rows', (SELECT json_group_array(json(row)) FROM (SELECT row FROM shown ORDER BY place)),
    'facets', (SELECT json_group_array(json_object('facet', facet, 'value', value, 'name_sv', name_sv,
        'name_en', name_en, 'count', count)) FROM counted),
    'matching', (SELECT count(*) FROM fit), 'total', (SELECT count(*) FROM received)) AS page
"""

_PLACE = """
beside AS (
    SELECT id, place, lag(id) OVER (ORDER BY place) AS previous, lead(id) OVER (ORDER BY place) AS next FROM ordered
)
SELECT (SELECT previous FROM beside WHERE id = :application) AS previous,
    (SELECT next FROM beside WHERE id = :application) AS next,
    coalesce((SELECT place FROM beside WHERE id = :application), 0) AS place,
    (SELECT count(*) FROM fit) AS matching
"""

QUEUE = _CASES + _FIT + _ROWS
NEIGHBOURS = _CASES + _FIT + _PLACE
