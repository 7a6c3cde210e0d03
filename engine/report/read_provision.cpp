#include "report/read_provision.hpp"

namespace lacuna::report {

std::uint32_t read_line(Field const& json, char const* name) {
    return static_cast<std::uint32_t>(json[name].number());
}

std::vector<PassagePart> read_passage(Field const& json) {
    std::vector<PassagePart> passage;
    json.each([&](Field const& item) {
        PassagePart part;
        part.num = item["num"].text();
        item["runs"].each([&](Field const& run) {
            part.runs.push_back({run["text"].text(),
                                 run.has("elements") ? run["elements"].texts() : std::vector<std::string>()});
        });
        passage.push_back(std::move(part));
    });
    return passage;
}

namespace {

[[nodiscard]] Quote quote_of(Field const& json) {
    Quote row;
    row.act = json["act"].text();
    row.eid = json["eid"].text();
    row.citation = json["citation"].text();
    row.path = json["path"].text();
    row.file = json["file"].text();
    row.line = read_line(json, "line");
    row.column = read_line(json, "column");
    row.before = json["before"].text();
    row.text = json["text"].text();
    row.after = json["after"].text();
    row.distance = json["distance"].text();
    row.label = json["label"].text();
    row.via = json.text("via");
    row.bill = json.text("bill");
    if (json.has("through"))
        json["through"].each([&](Field const& item) {
            row.through.push_back(
                {item["term"].text(), item["eid"].text(), item["citation"].text(), item["text"].text()});
        });
    return row;
}

[[nodiscard]] ElementRow element_of(Field const& json) {
    ElementRow row;
    row.name = json["name"].text();
    row.found = json["found"].truth();
    row.needed = json["needed"].truth();
    row.protects = json["protects"].truth();
    row.option = json["option"].truth();
    row.allowed = json["allowed"].truth();
    row.distance = json.text("distance");
    row.failed = json.text("failed");
    row.lacks = json.texts("lacks");
    row.elsewhere = json.texts("elsewhere");
    json["quotes"].each([&](Field const& item) { row.quotes.push_back(quote_of(item)); });
    return row;
}

[[nodiscard]] ProvisionRow provision_of(Field const& json) {
    ProvisionRow row;
    row.act = json["act"].text();
    row.eid = json["eid"].text();
    row.citation = json["citation"].text();
    row.unit_eid = json["unit_eid"].text();
    row.unit_citation = json["unit_citation"].text();
    row.unit_digest = json["unit_digest"].text();
    row.heading = json["heading"].text();
    row.path = json["path"].text();
    row.file = json["file"].text();
    row.line = read_line(json, "line");
    row.measure = json["measure"].text();
    row.measure_title = json["measure_title"].text();
    row.verdict = json["verdict"].text();
    row.force = json["force"].text();
    row.bill = json.text("bill");
    row.quoted = json["quoted"].truth();
    row.broader = json["broader"].truth();
    row.general_part = json["general_part"].truth();
    row.score = json["score"].decimal();
    row.also = json["also"].number();
    if (json.has("copies")) row.copies = json["copies"].number();
    row.reason = json["reason"].text();
    row.missing = json["missing"].texts();
    row.extra = json["extra"].texts();
    row.permitted = json["permitted"].texts();
    row.protections = json["protections"].texts();
    json["elements"].each([&](Field const& item) { row.elements.push_back(element_of(item)); });
    row.passage = read_passage(json["passage"]);
    return row;
}

}  // namespace

std::vector<ProvisionRow> read_provisions(Field const& json) {
    std::vector<ProvisionRow> rows;
    json.each([&](Field const& item) { rows.push_back(provision_of(item)); });
    return rows;
}

}  // namespace lacuna::report
