#include "report/json_provision.hpp"

namespace lacuna::report {

namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Json passage_json(std::vector<PassagePart> const& passage) {
    auto json = Json::array();
    for (auto const& part : passage) {
        auto runs = Json::array();
        for (auto const& run : part.runs) {
            Json item{{"text", run.text}};
            if (!run.elements.empty()) item["elements"] = run.elements;
            runs.push_back(std::move(item));
        }
        json.push_back({{"num", part.num}, {"runs", std::move(runs)}});
    }
    return json;
}

namespace {

[[nodiscard]] Json quote_json(Quote const& quote) {
    Json json{{"act", quote.act},       {"eid", quote.eid},           {"citation", quote.citation},
              {"path", quote.path},     {"file", quote.file},         {"line", quote.line},
              {"column", quote.column}, {"before", quote.before},     {"text", quote.text},
              {"after", quote.after},   {"distance", quote.distance}, {"label", quote.label}};
    if (!quote.via.empty()) json["via"] = quote.via;
    if (!quote.bill.empty()) json["bill"] = quote.bill;
    for (auto const& by : quote.through)
        json["through"].push_back(
            {{"term", by.term}, {"eid", by.eid}, {"citation", by.citation}, {"text", by.text}});
    return json;
}

[[nodiscard]] Json element_json(ElementRow const& element) {
    Json json{{"name", element.name},         {"found", element.found},   {"needed", element.needed},
              {"protects", element.protects}, {"option", element.option}, {"allowed", element.allowed}};
    if (element.found) json["distance"] = element.distance;
    if (!element.failed.empty()) json["failed"] = element.failed;
    if (!element.lacks.empty()) json["lacks"] = element.lacks;
    if (!element.elsewhere.empty()) json["elsewhere"] = element.elsewhere;
    json["quotes"] = Json::array();
    for (auto const& quote : element.quotes) json["quotes"].push_back(quote_json(quote));
    return json;
}

[[nodiscard]] Json provision_json(ProvisionRow const& row) {
    Json json{{"act", row.act},
              {"eid", row.eid},
              {"citation", row.citation},
              {"unit_eid", row.unit_eid},
              {"unit_citation", row.unit_citation},
              {"unit_digest", row.unit_digest},
              {"heading", row.heading},
              {"path", row.path},
              {"file", row.file},
              {"line", row.line},
              {"measure", row.measure},
              {"measure_title", row.measure_title},
              {"verdict", row.verdict},
              {"force", row.force},
              {"quoted", row.quoted},
              {"broader", row.broader},
              {"general_part", row.general_part},
              {"score", static_cast<double>(static_cast<long>(row.score * 1000 + 0.5)) / 1000},
              {"also", row.also},
              {"copies", row.copies},
              {"reason", row.reason},
              {"missing", row.missing},
              {"extra", row.extra},
              {"permitted", row.permitted},
              {"protections", row.protections}};
    if (!row.bill.empty()) json["bill"] = row.bill;
    json["elements"] = Json::array();
    for (auto const& element : row.elements) json["elements"].push_back(element_json(element));
    json["passage"] = passage_json(row.passage);
    return json;
}

}  // namespace

Json provisions_json(std::vector<ProvisionRow> const& rows) {
    auto json = Json::array();
    for (auto const& row : rows) json.push_back(provision_json(row));
    return json;
}

}  // namespace lacuna::report
