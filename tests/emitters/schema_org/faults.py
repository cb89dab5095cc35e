"""Events and documents with a fault -> the sentences that tell of it."""

from typing import Any

from .examples import CONTEXT, SITE

# What is changed in an event, and the one sentence that tells of it.
OF_AN_EVENT: list[tuple[dict[str, Any], str]] = [
    ({"@type": "Evnt"}, 'Evnt.@type: "Evnt" is not a type of schema.org.'),
    ({"@type": "Date"}, 'Date.@type: "Date" is not a type of schema.org.'),
    ({"@type": ["Event", 7]}, "Event.@type: 7 is not a type of schema.org."),
    ({"@type": []}, "thing.@type: is empty."),
    ({"@type": ["Event", ["Place"]]}, 'Event.@type: ["Place"] is not a type of schema.org.'),
    ({"@id": "#forum"}, 'Event.@id: "#forum" is not an absolute address.'),
    ({"@id": "/events/forum/"}, 'Event.@id: "/events/forum/" is not an absolute address.'),
    ({"@id": "schema:forum"}, 'Event.@id: "schema:forum" is not an absolute address.'),
    ({"@id": None}, "Event.@id: null is not an absolute address."),
    ({"@reverse": {}}, "Event.@reverse: may not stand here."),
    ({"@nest": "x"}, "Event.@nest: may not stand here."),
    ({"@value": "x"}, "Event.@value: may not stand here."),
    ({"titel": "Forum"}, "Event.titel: is not a property of schema.org."),
    ({"query-output": "x"}, "Event.query-output: is not a property of schema.org."),
    ({"query-input": "x"}, "Event.query-input: is not a property of Event."),
    ({"reportNumber": "1"}, "Event.reportNumber: is not a property of Event."),
    ({"name": ""}, "Event.name: is empty."),
    ({"name": " \n"}, "Event.name: is empty."),
    ({"name": None}, "Event.name: is null."),
    ({"name": []}, "Event.name: is an empty list."),
    ({"name": ["Forum", [""]]}, "Event.name[1]: is a list in a list."),
    ({"name": 7}, "Event.name: 7 does not fit, it takes Text."),
    ({"name": True}, "Event.name: true does not fit, it takes Text."),
    ({"name": {"@id": SITE}}, "Event.name: refers to a thing, it takes Text."),
    ({"name": {"@id": "x"}}, 'Event.name.@id: "x" is not an absolute address.'),
    ({"name": {"@type": "Person"}}, "Event.name: is Person, it takes Text."),
    ({"name": {"@value": ""}}, "Event.name.@value: is empty."),
    ({"name": {"@language": "en"}}, "Event.name.@value: is null."),
    ({"name": {"@value": "x", "@type": "Text"}}, "Event.name.@type: may not stand here."),
    (
        {"name": {"@value": "x", "@language": "English!"}},
        'Event.name.@language: "English!" is not the code of a language.',
    ),
    ({"organizer": {"@value": "x"}}, "Event.organizer: is Text, it takes Organization or Person."),
    ({"url": "events/"}, 'Event.url: "events/" does not fit, it takes URL.'),
    ({"url": "/events/"}, 'Event.url: "/events/" is not an absolute address.'),
    ({"url": "https:///x"}, 'Event.url: "https:///x" is not an absolute address.'),
    ({"url": "https://example.org:x/"}, 'Event.url: "https://example.org:x/" is not an absolute address.'),
    ({"url": "https://example.org/a b"}, 'Event.url: "https://example.org/a b" does not fit, it takes URL.'),
    ({"url": "ftp://example.org/"}, 'Event.url: "ftp://example.org/" does not fit, it takes URL.'),
    ({"url": "mailto:"}, 'Event.url: "mailto:" is not an absolute address.'),
    ({"url": "y" * 99}, f'Event.url: "{"y" * 78}… does not fit, it takes URL.'),
    ({"keywords": ["dust", "../topics/"]}, 'Event.keywords[1]: "../topics/" is not an absolute address.'),
    ({"image": {"@id": "b.png"}}, 'Event.image.@id: "b.png" is not an absolute address.'),
    (
        {"startDate": "2026-12-01T09:00"},
        'Event.startDate: "2026-12-01T09:00" has no offset, such as +02:00 or Z.',
    ),
    ({"startDate": "2026-02-30"}, 'Event.startDate: "2026-02-30" cannot be read as a date.'),
    ({"startDate": "2026-13"}, 'Event.startDate: "2026-13" does not fit, it takes Date or DateTime.'),
    ({"startDate": "20261201"}, 'Event.startDate: "20261201" does not fit, it takes Date or DateTime.'),
    (
        {"startDate": "2026-12-01T25:00:00Z"},
        'Event.startDate: "2026-12-01T25:00:00Z" cannot be read as a date.',
    ),
    (
        {"startDate": "2026-12-01 09:00:00Z"},
        'Event.startDate: "2026-12-01 09:00:00Z" does not fit, it takes Date or DateTime.',
    ),
    ({"startDate": 2026}, "Event.startDate: 2026 does not fit, it takes Date or DateTime."),
    ({"doorTime": "2026-12-01"}, 'Event.doorTime: "2026-12-01" does not fit, it takes DateTime or Time.'),
    ({"doorTime": "0830"}, 'Event.doorTime: "0830" does not fit, it takes DateTime or Time.'),
    ({"doorTime": "24:30"}, 'Event.doorTime: "24:30" does not fit, it takes DateTime or Time.'),
    ({"sdDatePublished": "2026-12-01"}, "Event.sdDatePublished: is not a property of Event."),
    (
        {"duration": "2 hours"},
        'Event.duration: "2 hours" does not fit, it takes Duration or QuantitativeValue.',
    ),
    ({"duration": "P"}, 'Event.duration: "P" does not fit, it takes Duration or QuantitativeValue.'),
    ({"duration": "PT"}, 'Event.duration: "PT" does not fit, it takes Duration or QuantitativeValue.'),
    (
        {"maximumAttendeeCapacity": "120"},
        'Event.maximumAttendeeCapacity: "120" does not fit, it takes Integer.',
    ),
    ({"maximumAttendeeCapacity": 1.5}, "Event.maximumAttendeeCapacity: 1.5 does not fit, it takes Integer."),
    (
        {"maximumAttendeeCapacity": True},
        "Event.maximumAttendeeCapacity: true does not fit, it takes Integer.",
    ),
    ({"isAccessibleForFree": "true"}, 'Event.isAccessibleForFree: "true" does not fit, it takes Boolean.'),
    ({"isAccessibleForFree": 1}, "Event.isAccessibleForFree: 1 does not fit, it takes Boolean."),
    (
        {"eventStatus": "EventScheduled"},
        'Event.eventStatus: "EventScheduled" does not fit, it takes EventStatusType.',
    ),
    (
        {"eventStatus": "https://schema.org/EventMoved"},
        'Event.eventStatus: "https://schema.org/EventMoved" is not a member of EventStatusType.',
    ),
    (
        {"eventStatus": "http://schema.org/EventScheduled"},
        'Event.eventStatus: "http://schema.org/EventScheduled" is not a member of EventStatusType.',
    ),
    (
        {"eventStatus": {"@id": f"{SITE}EventScheduled"}},
        f'Event.eventStatus.@id: "{SITE}EventScheduled" is not a member of EventStatusType.',
    ),
    (
        {"eventStatus": {"@id": "https://schema.org/InStock"}},
        'Event.eventStatus.@id: "https://schema.org/InStock" is not a member of EventStatusType.',
    ),
    (
        {"organizer": "The works"},
        'Event.organizer: "The works" does not fit, it takes Organization or Person.',
    ),
    ({"organizer": SITE}, f'Event.organizer: "{SITE}" does not fit, it takes Organization or Person.'),
    ({"organizer": {"@type": "Place"}}, "Event.organizer: is Place, it takes Organization or Person."),
    ({"organizer": {"name": "The works"}}, "Event.organizer: has no @type."),
    ({"organizer": {}}, "Event.organizer: has no @type."),
    (
        {"organizer": {"@id": f"{SITE}events/forum/"}},
        "Event.organizer: refers to Event, it takes Organization or Person.",
    ),
    (
        {"organizer": {"@type": "Person", "@context": CONTEXT}},
        "Event.organizer.@context: may not stand here.",
    ),
    ({"organizer": {"@type": "Persn"}}, 'Event.organizer.@type: "Persn" is not a type of schema.org.'),
    (
        {"organizer": {"@type": "Person", "@id": f"{SITE}events/forum/"}},
        f'Event.organizer.@id: "{SITE}events/forum/" is defined before as Event.',
    ),
    (
        {"location": {"@type": "Place", "geo": {"@type": "GeoCoordinates", "latitude": [1, False]}}},
        "Event.location.geo.latitude[1]: false does not fit, it takes Number or Text.",
    ),
    (
        {"location": {"@type": "Place", "geo": "47.9, 106.9"}},
        'Event.location.geo: "47.9, 106.9" does not fit, it takes GeoCoordinates or GeoShape.',
    ),
]

# Whole documents, and every sentence that tells of them.
OF_A_DOCUMENT: list[tuple[object, list[str]]] = [
    ("Event", ["document: is not an object."]),
    ([], ["document: is empty."]),
    ([{"@context": CONTEXT, "@type": "Event"}, []], ["[1].document: is not an object."]),
    ({"@type": "Event"}, ['@context: is not "https://schema.org".']),
    ({"@context": "http://schema.org", "@type": "Event"}, ['@context: is not "https://schema.org".']),
    ({"@context": CONTEXT, "name": "Forum"}, ["thing: has no @type."]),
    ({"@context": CONTEXT, "@graph": []}, ["@graph: is not a list of things."]),
    ({"@context": CONTEXT, "@graph": {"@type": "Event"}}, ["@graph: is not a list of things."]),
    ({"@context": CONTEXT, "@graph": ["Event"]}, ["@graph[0].thing: is not an object."]),
    ({"@context": CONTEXT, "@graph": [{"@id": SITE}]}, ["@graph[0].thing: has no @type."]),
    (
        {"@context": CONTEXT, "@graph": [{"@type": "Event", "@graph": []}], "name": "Forum"},
        ["name: may not stand beside @graph.", "@graph[0].Event.@graph: may not stand here."],
    ),
    (
        [{"@context": CONTEXT, "@type": kind, "@id": SITE} for kind in ("Event", "Place", "Event")],
        [f'[1].Place.@id: "{SITE}" is defined before as Event.'],
    ),
    (
        {
            "@context": CONTEXT,
            "@type": "Evnt",
            "@id": SITE,
            "about": {"@type": "Person", "worksFor": {"@id": SITE}},
        },
        ['Evnt.@type: "Evnt" is not a type of schema.org.'],
    ),
    (
        {"@context": CONTEXT, "@type": "Person", "interactionCount": 7},
        [
            "Person.interactionCount: is not a property of Person.",
            "Person.interactionCount: 7 does not fit, it takes nothing.",
        ],
    ),
    (
        {"@context": CONTEXT, "@type": ["Place", "Event"], "headline": "x", "geo": "y"},
        [
            "Event+Place.headline: is not a property of Event+Place.",
            'Event+Place.geo: "y" does not fit, it takes GeoCoordinates or GeoShape.',
        ],
    ),
    (
        {"@context": CONTEXT, "@type": "Dataset", "temporalCoverage": "2026-12-01T09:00:00"},
        ['Dataset.temporalCoverage: "2026-12-01T09:00:00" has no offset, such as +02:00 or Z.'],
    ),
    (
        {"@context": CONTEXT, "@type": "Report", "sdDatePublished": "2026-12-01T09:00:00Z"},
        ['Report.sdDatePublished: "2026-12-01T09:00:00Z" does not fit, it takes Date.'],
    ),
    (
        {"@context": CONTEXT, "@type": "Report", "sdDatePublished": "2026-02-30"},
        ['Report.sdDatePublished: "2026-02-30" cannot be read as a date.'],
    ),
    (
        {"@context": CONTEXT, "@type": "MedicalStudy", "status": {"@id": "https://schema.org/InStock"}},
        [
            'MedicalStudy.status.@id: "https://schema.org/InStock" is not a member of '
            "EventStatusType or MedicalStudyStatus."
        ],
    ),
    (
        {"@context": CONTEXT, "@type": "PropertyValue", "value": float("nan")},
        ["PropertyValue.value: NaN does not fit, it takes Boolean, Number, StructuredValue or Text."],
    ),
]
