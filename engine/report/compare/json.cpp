#include <nlohmann/json.hpp>

#include "report/compare/comparison.hpp"
#include "report/compare/words.hpp"

namespace lacuna::report {
namespace {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json run_json(Report const& report, std::string const& name) {
    Json json{{"name", name}, {"rules", report.rules}, {"as_of", report.as_of}, {"bills", report.bills}};
    json["obligations"] = Json::object();
    for (auto const& [verdict, number] : report.counts) json["obligations"][verdict] = number;
    json["acts"] = Json::array();
    for (auto const& act : report.acts)
        json["acts"].push_back({{"title", act.title},
                                {"file", act.file},
                                {"uri", act.uri},
                                {"date", act.date},
                                {"digest", act.digest}});
    return json;
}

[[nodiscard]] Json side_json(ObligationRow const* row) {
    if (row == nullptr) return nullptr;
    Json json{{"verdict", row->verdict}, {"flags", row->flags}, {"reason", row->reason}};
    json["provisions"] = Json::array();
    for (auto const& one : row->provisions) {
        Json item{{"act", one.act},         {"eid", one.eid},    {"citation", one.citation},
                  {"file", one.file},       {"line", one.line},  {"measure", one.measure},
                  {"verdict", one.verdict}, {"force", one.force}};
        if (!one.bill.empty()) item["bill"] = one.bill;
        json["provisions"].push_back(std::move(item));
    }
    return json;
}

[[nodiscard]] Json change_json(ChangeRow const& row) {
    auto const& shown = row.after == nullptr ? *row.before : *row.after;
    Json json{{"id", row.id},
              {"article", shown.article},
              {"title", row.title},
              {"mandatory", shown.mandatory},
              {"change", to_string(row.change)},
              {"before", side_json(row.before)},
              {"after", side_json(row.after)},
              {"flags_gone", row.flags_gone},
              {"flags_new", row.flags_new}};
    json["why"] = Json::array();
    for (auto const& reason : row.why) json["why"].push_back({{"kind", reason.kind}, {"text", reason.text}});
    return json;
}

[[nodiscard]] Json bill_changes(std::vector<BillChange> const& changes) {
    auto json = Json::array();
    for (auto const& one : changes)
        json.push_back({{"text", one.text}, {"place", one.place}, {"file", one.file}, {"line", one.line}});
    return json;
}

}  // namespace

std::string to_json(Comparison const& comparison) {
    auto const& report = *comparison.b;
    Json json{{"schema", comparison_version}};
    json["instrument"] = {{"name", report.instrument}, {"title", report.instrument_title}};
    json["country"] = {{"code", report.country_code}, {"name", report.country}};
    json["first"] = run_json(*comparison.a, comparison.a_name);
    json["second"] = run_json(*comparison.b, comparison.b_name);
    json["bills"] = Json::array();
    for (auto const& bill : comparison.bills)
        json["bills"].push_back({{"title", bill.title},
                                 {"file", bill.file},
                                 {"applied", bill_changes(bill.applied)},
                                 {"not_applied", bill_changes(bill.not_applied)}});
    json["differences"] = Json::array();
    for (auto const& one : comparison.differences)
        json["differences"].push_back({{"kind", one.kind}, {"text", one.text}});
    json["summary"] = Json::object();
    for (auto const change : all_changes())
        json["summary"][std::string(to_string(change))] = comparison.count(change);
    json["summary"]["unchanged"] = comparison.unchanged;
    json["open"] = open_duties(comparison);
    json["changes"] = Json::array();
    for (auto const& row : comparison.changes) json["changes"].push_back(change_json(row));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace lacuna::report
