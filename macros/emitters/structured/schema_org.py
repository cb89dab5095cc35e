"""The types of schema.org that our pages use, with the properties that we give, as typed data."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

Reference = TypedDict("Reference", {"@id": str})

Organization = TypedDict(
    "Organization",
    {
        "@type": Literal[
            "Organization", "GovernmentOrganization", "NGO", "ResearchOrganization", "Corporation"
        ],
        "@id": str,
        "name": str,
        "image": str,
        "alternateName": str,
        "url": str,
        "sameAs": str,
        "description": str,
        "foundingDate": str,
        "parentOrganization": Reference,
    },
    total=False,
)
PostalAddress = TypedDict(
    "PostalAddress",
    {"@type": Literal["PostalAddress"], "addressLocality": str, "addressCountry": str},
    total=False,
)
GeoCoordinates = TypedDict(
    "GeoCoordinates",
    {"@type": Literal["GeoCoordinates"], "latitude": float, "longitude": float},
)
Place = TypedDict(
    "Place",
    {"@type": Literal["Place"], "name": str, "address": PostalAddress, "geo": GeoCoordinates},
    total=False,
)
VirtualLocation = TypedDict("VirtualLocation", {"@type": Literal["VirtualLocation"], "url": str})
Country = TypedDict(
    "Country",
    {"@type": Literal["Country"], "@id": str, "name": str, "image": NotRequired[str], "identifier": str},
)
Project = TypedDict(
    "Project",
    {
        "@type": Literal["Project", "ResearchProject"],
        "@id": str,
        "name": str,
        "image": str,
        "url": str,
        "sameAs": list[str],
        "description": str,
        "areaServed": list[Country],
        "location": list[Place],
        "knowsAbout": list[str],
        "foundingDate": str,
        "dissolutionDate": str,
        "member": list[Organization],
        "funder": list[Organization],
        "sponsor": list[Organization],
    },
    total=False,
)
DefinedTerm = TypedDict(
    "DefinedTerm",
    {
        "@type": Literal["DefinedTerm"],
        "@id": str,
        "name": str,
        "image": NotRequired[str],
        "url": str,
        "description": str,
    },
)
Thing = TypedDict(
    "Thing",
    {
        "@type": Literal["Thing"],
        "@id": str,
        "name": str,
        "image": NotRequired[str],
        "url": str,
        "description": str,
    },
)
EntryPoint = TypedDict("EntryPoint", {"@type": Literal["EntryPoint"], "urlTemplate": str})
SearchAction = TypedDict(
    "SearchAction", {"@type": Literal["SearchAction"], "target": EntryPoint, "query-input": str}
)
RegisterAction = TypedDict("RegisterAction", {"@type": Literal["RegisterAction"], "target": str})
Work = TypedDict(
    "Work",
    {
        "@type": Literal["Report", "ScholarlyArticle", "LearningResource", "NewsArticle", "CreativeWork"],
        "@id": str,
        "name": str,
        "image": str,
        "headline": str,
        "url": str,
        "sameAs": str,
        "identifier": str,
        "abstract": str,
        "author": list[Organization],
        "publisher": Reference,
        "datePublished": str,
        "dateModified": str,
        "inLanguage": str,
        "keywords": list[str],
        "creativeWorkStatus": str,
        "about": Reference,
    },
    total=False,
)
Event = TypedDict(
    "Event",
    {
        "@type": Literal["Event", "EducationEvent"],
        "@id": str,
        "name": str,
        "image": str,
        "url": str,
        "description": str,
        "startDate": str,
        "endDate": str,
        "previousStartDate": list[str],
        "eventStatus": str,
        "eventAttendanceMode": str,
        "location": list[Place | VirtualLocation],
        "organizer": list[Organization],
        "contributor": list[Organization],
        "inLanguage": list[str],
        "keywords": list[str],
        "subEvent": list["Event"],
        "superEvent": Reference,
        "subjectOf": list[Work],
        "potentialAction": RegisterAction,
    },
    total=False,
)
DataDownload = TypedDict(
    "DataDownload", {"@type": Literal["DataDownload"], "name": str, "contentUrl": str, "encodingFormat": str}
)
Dataset = TypedDict(
    "Dataset",
    {
        "@type": Literal["Dataset"],
        "@id": str,
        "name": str,
        "image": str,
        "url": str,
        "description": str,
        "creator": Reference,
        "isBasedOn": list[str],
        "spatialCoverage": list[Place],
        "temporalCoverage": str,
        "variableMeasured": list[str],
        "inLanguage": str,
        "isAccessibleForFree": bool,
        "license": str,
        "distribution": list[DataDownload],
    },
    total=False,
)
DataCatalog = TypedDict(
    "DataCatalog",
    {
        "@type": Literal["DataCatalog"],
        "@id": str,
        "name": str,
        "image": str,
        "url": str,
        "description": str,
        "license": str,
        "dataset": list[Dataset],
    },
    total=False,
)
ListItem = TypedDict(
    "ListItem", {"@type": Literal["ListItem"], "position": int, "name": str, "item": Reference}
)
BreadcrumbList = TypedDict(
    "BreadcrumbList", {"@type": Literal["BreadcrumbList"], "@id": str, "itemListElement": list[ListItem]}
)
WebSite = TypedDict(
    "WebSite",
    {
        "@type": Literal["WebSite"],
        "@id": str,
        "name": str,
        "url": str,
        "description": str,
        "inLanguage": str,
        "publisher": Reference,
        "potentialAction": SearchAction,
    },
    total=False,
)
WebPage = TypedDict(
    "WebPage",
    {
        "@type": Literal["WebPage", "CollectionPage", "AboutPage"],
        "@id": str,
        "name": str,
        "image": str,
        "url": str,
        "description": str,
        "inLanguage": str,
        "isPartOf": Reference,
        "breadcrumb": Reference,
        "mainEntity": Reference,
        "about": Reference,
    },
    total=False,
)
Subject: TypeAlias = (
    Organization | Project | Work | Event | Dataset | DataCatalog | Country | DefinedTerm | Thing
)
Node: TypeAlias = Subject | BreadcrumbList | WebSite | WebPage
