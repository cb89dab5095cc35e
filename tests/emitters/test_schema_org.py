"""The checker of JSON-LD passes what is right by schema.org, and tells each fault with its path."""

import json
from typing import Any

import pytest

from .schema_org import terms
from .schema_org.checker import dangling, findings
from .schema_org.examples import BREADCRUMBS, CONTEXT, EVENT, ORGANIZATION, RIGHT, SITE
from .schema_org.faults import OF_A_DOCUMENT, OF_AN_EVENT
from .schema_org.literals import READERS
from .schema_org.make_vocabulary import encode_vocabulary


def _document(thing: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"@context": CONTEXT, **thing, **changes}


@pytest.mark.parametrize("thing", RIGHT, ids=lambda thing: str(thing["@type"]))
def test_nothing_is_found_in_a_right_document(thing: dict[str, Any]) -> None:
    """A document that keeps to the vocabulary passes, with either form of the context."""
    assert findings(_document(thing)) == []
    assert findings({**thing, "@context": f"{CONTEXT}/"}) == []


def test_nothing_is_found_in_right_things_that_refer_to_each_other() -> None:
    """The same things pass as one graph and as a list of documents."""
    assert findings({"@context": CONTEXT, "@graph": list(RIGHT)}) == []
    assert findings([_document(thing) for thing in RIGHT]) == []


@pytest.mark.parametrize(("changes", "expected"), OF_AN_EVENT, ids=lambda value: json.dumps(value)[:60])
def test_a_fault_of_a_thing_is_told_once_with_its_path(changes: dict[str, Any], expected: str) -> None:
    """One change that breaks a right event gives one sentence."""
    assert findings(_document(EVENT, **changes)) == [expected]


@pytest.mark.parametrize(("document", "expected"), OF_A_DOCUMENT, ids=lambda value: repr(value)[:60])
def test_the_faults_of_a_document_are_told_in_order(document: object, expected: list[str]) -> None:
    """What is wrong around the things is told too, in the order of reading."""
    assert findings(document) == expected


def test_an_id_that_is_not_defined_dangles() -> None:
    """Ids that nothing in the document defines are listed once, sorted; what is no text is left out."""
    document = _document(EVENT)
    outside = [f"{SITE}b.png", "https://schema.org/docs/about.html"]
    assert dangling(document) == [f"{SITE}#organization", *outside]
    assert dangling([document, document, _document(ORGANIZATION)]) == outside
    assert dangling(_document(BREADCRUMBS, about=[{"@id": []}, {"@id": 7}])) == [SITE]


def test_only_members_of_enumerations_are_defined_by_schema_org() -> None:
    """A full address of a member does not dangle; a bare name does, and so does an address of no member."""
    ids = ("https://schema.org/EventScheduled", "https://schema.org/EventMoved", "EventScheduled")
    assert dangling([{"@id": id} for id in ids]) == ["EventScheduled", "https://schema.org/EventMoved"]


def test_the_vocabulary_is_whole() -> None:
    """Each parent, domain, range and enumeration that is named is there; data types in use can be read."""
    read = json.loads(terms.FILE.read_text("utf-8"))
    types, data = read["types"].keys(), read["data_types"].keys()
    assert (len(types), len(read["properties"]), len(read["members"])) == (935, 1521, 531)
    assert {parent for parents in read["types"].values() for parent in parents} <= types
    assert {kind for kinds in read["members"].values() for kind in kinds} <= types
    uses = read["properties"].values()
    assert {name for use in uses for name in use["domains"]} <= types | data
    taken = {name for use in uses for name in use["ranges"]}
    assert taken <= types | data
    assert taken & data <= READERS.keys() | {"Boolean", "Integer", "Number"}
    assert types >= {
        "BreadcrumbList",
        "Dataset",
        "DefinedTerm",
        "Event",
        "Report",
        "ScholarlyArticle",
        "WebSite",
    }


def test_the_vocabulary_is_made_from_the_official_file() -> None:
    """Names are sorted and kept; foreign terms, retired ones and members of data types are left out."""
    official = {
        "@graph": [
            {"@id": "schema:Thing", "@type": "rdfs:Class"},
            {"@id": "schema:Text", "@type": ["schema:DataType", "rdfs:Class"]},
            {"@id": "schema:URL", "@type": "rdfs:Class", "rdfs:subClassOf": {"@id": "schema:Text"}},
            {"@id": "schema:Boolean", "@type": ["rdfs:Class", "schema:DataType"]},
            {"@id": "schema:True", "@type": "schema:Boolean"},
            {
                "@id": "schema:Status",
                "@type": "rdfs:Class",
                "rdfs:subClassOf": [{"@id": "schema:Thing"}, {"@id": "x:Y"}],
            },
            {"@id": "schema:Done", "@type": "schema:Status"},
            {"@id": "x:Y", "@type": "rdfs:Class"},
            {
                "@id": "schema:state",
                "@type": "rdf:Property",
                "schema:domainIncludes": [{"@id": "schema:Thing"}, {"@id": "schema:Retired"}],
                "schema:rangeIncludes": [{"@id": "schema:URL"}, {"@id": "schema:Status"}],
            },
        ]
    }
    made = json.loads(encode_vocabulary(official, "1.0"))
    assert made["version"] == "1.0"
    assert made["data_types"] == {"Boolean": [], "Text": [], "URL": ["Text"]}
    assert made["types"] == {"Status": ["Thing"], "Thing": []}
    assert made["properties"] == {"state": {"domains": ["Thing"], "ranges": ["Status", "URL"]}}
    assert made["members"] == {"Done": ["Status"]}


def test_the_licence_names_the_version_of_the_vocabulary() -> None:
    """Whoever makes the vocabulary anew says so in the licence beside it."""
    notice = (terms.FILE.parent / "LICENSE").read_text()
    assert f"version {terms.load_vocabulary().version}\n" in notice
