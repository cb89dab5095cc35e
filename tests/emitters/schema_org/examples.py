"""Things that are right by schema.org's vocabulary, one of each kind that the site tells of."""

from typing import Any

CONTEXT = "https://schema.org"
SITE = "https://example.org/"
ORGANIZATION: dict[str, Any] = {
    "@type": "Organization",
    "@id": f"{SITE}#organization",
    "name": [{"@value": "The works", "@language": "en"}, {"@value": "Ажил", "@language": "mn"}],
    "url": SITE,
    "email": "desk@example.org",
    "logo": {"@type": "ImageObject", "url": f"{SITE}logo.png", "width": "512 px"},
    "sameAs": ["http://example.net:8080/works", "mailto:desk@example.org"],
    "contactPoint": {"@type": "ContactPoint", "contactType": "press", "availableLanguage": ["en", "ru"]},
}
EVENT: dict[str, Any] = {
    "@type": "Event",
    "@id": f"{SITE}events/forum/",
    "name": "Forum",
    "alternateName": ["https://schema.org/Event", "2026-02-30", "/forum"],
    "mainEntityOfPage": {"@id": f"{SITE}events/forum/"},
    "description": {"@value": "A day on steppes.", "@language": "en-GB"},
    "startDate": "2026-12-01T09:00:00+08:00",
    "endDate": "2026-12-02",
    "previousStartDate": ["2026-11-01", "2026-11-02T09:00Z"],
    "doorTime": "08:30:00+08:00",
    "duration": "P1DT8H30M",
    "eventStatus": "https://schema.org/EventRescheduled",
    "eventAttendanceMode": {"@id": "https://schema.org/MixedEventAttendanceMode"},
    "isAccessibleForFree": True,
    "maximumAttendeeCapacity": 120,
    "inLanguage": ["en", "mn"],
    "image": [f"{SITE}a.png", {"@id": f"{SITE}b.png"}],
    "location": {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressCountry": "MN", "postalCode": "14200"},
        "geo": {"@type": "GeoCoordinates", "latitude": 47.9, "longitude": "106.9"},
    },
    "organizer": {"@id": f"{SITE}#organization"},
    "sponsor": {"@id": "https://schema.org/docs/about.html"},
    "offers": {"@type": "Offer", "price": 0, "availability": "https://schema.org/InStock"},
}
REPORT: dict[str, Any] = {
    "@type": ["Report", "ScholarlyArticle"],
    "@id": f"{SITE}reports/1/",
    "headline": "Land",
    "size": {"@id": "urn:example:small"},
    "mentions": [{"@id": "tag:example.org,2026:1"}, {"@id": "mailto:desk@example.org"}],
    "reportNumber": "NE/1",
    "datePublished": "2026-05",
    "dateModified": "2026-05-03",
    "copyrightYear": 2026,
    "author": [{"@type": "Person", "name": "A. Bold"}, {"@id": f"{SITE}#organization"}],
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "about": {"@type": "DefinedTerm", "name": "drought", "inDefinedTermSet": f"{SITE}terms/"},
    "keywords": ["dust", "#steppe", "land / water"],
    "isPartOf": {"@type": "CreativeWorkSeries", "startDate": "2019", "issn": "1234-5678"},
}
BREADCRUMBS: dict[str, Any] = {
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": {"@id": SITE}},
        {"@type": "ListItem", "position": 2, "name": "Events"},
    ],
}
WEBSITE: dict[str, Any] = {
    "@type": "WebSite",
    "@id": f"{SITE}#website",
    "url": SITE,
    "publisher": {"@id": f"{SITE}#organization"},
    "potentialAction": {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{SITE}?q={{search_term_string}}"},
        "query-input": [
            "required name=search_term_string",
            {"@type": "PropertyValueSpecification", "valueName": "search_term_string", "valueRequired": True},
        ],
    },
}
DATASET: dict[str, Any] = {
    "@type": "Dataset",
    "@id": f"{SITE}data/",
    "description": "All events.",
    "measurementTechnique": "https://schema.org/docs/about.html",
    "temporalCoverage": "2024-01-01/2026-12-31",
    "spatialCoverage": {"@type": "Place", "geo": {"@type": "GeoShape", "box": "40 100 50 110"}},
    "variableMeasured": {"@type": "PropertyValue", "name": "rain", "unitText": "mm", "value": 12.5},
    "distribution": {
        "@type": "DataDownload",
        "contentUrl": f"{SITE}events.csv",
        "encodingFormat": "text/csv",
    },
    "creator": {"@id": f"{SITE}#organization"},
}
RIGHT = (ORGANIZATION, EVENT, REPORT, BREADCRUMBS, WEBSITE, DATASET)
