#include <nlohmann/json.hpp>

#include "report/clean.hpp"
#include "report/json_provision.hpp"
#include "report/report.hpp"

namespace lacuna::report {
namespace {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json counts_json(Counts const& counts) {
    auto json = Json::object();
    for (auto const& [name, number] : counts) json[name] = number;
    return json;
}

[[nodiscard]] Json example_json(ExampleRow const& row) {
    return {{"country", row.country},   {"language", row.language},
            {"act", row.act},           {"eid", row.eid},
            {"citation", row.citation}, {"path", row.path},
            {"file", row.file},         {"line", row.line},
            {"has", row.has},           {"passage", passage_json(row.passage)}};
}

[[nodiscard]] Json check_json(ChecklistRow const& row) {
    Json json{{"name", row.name},
              {"title", row.title},
              {"state", row.state},
              {"place", row.place},
              {"protects", row.protects}};
    if (!row.lacks.empty()) json["lacks"] = row.lacks;
    return json;
}

[[nodiscard]] Json advice_json(Advice const& advice) {
    Json json{{"checklist", Json::array()}, {"permits", Json::array()}, {"examples", Json::array()}};
    for (auto const& row : advice.checklist) json["checklist"].push_back(check_json(row));
    for (auto const& row : advice.permits)
        json["permits"].push_back({{"kind", row.kind}, {"obligation", row.obligation}, {"text", row.text}});
    for (auto const& row : advice.examples) json["examples"].push_back(example_json(row));
    return json;
}

[[nodiscard]] Json surplus_json(SurplusRow const& row) {
    return {{"kind", row.kind},         {"obligation", row.obligation},
            {"measure", row.measure},   {"measure_title", row.measure_title},
            {"act", row.act},           {"eid", row.eid},
            {"citation", row.citation}, {"path", row.path},
            {"file", row.file},         {"line", row.line},
            {"elements", row.elements}, {"words", row.words}};
}

[[nodiscard]] Json decisions_json(std::vector<DecisionRow> const& rows) {
    auto json = Json::array();
    for (auto const& row : rows) {
        Json item{{"action", row.action},     {"verdict", row.verdict}, {"reason", row.reason},
                  {"reviewer", row.reviewer}, {"date", row.date},       {"standing", row.standing},
                  {"act", row.act},           {"eid", row.eid},         {"citation", row.citation}};
        if (!row.why.empty()) item["why"] = row.why;
        json.push_back(std::move(item));
    }
    return json;
}

[[nodiscard]] Json titles_json(ObligationRow const& row) {
    auto json = Json::object();
    for (auto const& [name, title] : row.titles) json[name] = title;
    return json;
}

[[nodiscard]] Json usual_json(std::vector<UsualLaw> const& rows) {
    auto json = Json::array();
    for (auto const& row : rows)
        json.push_back(
            {{"law", row.law}, {"read", row.read}, {"named_not_read", row.named}, {"general", row.general}});
    return json;
}

[[nodiscard]] Json obligation_json(ObligationRow const& row) {
    Json json{{"id", row.id},
              {"title", row.title},
              {"force", row.force},
              {"mandatory", row.mandatory},
              {"policy", row.policy},
              {"verdict", row.verdict},
              {"computed", row.computed},
              {"flags", row.flags},
              {"titles", titles_json(row)},
              {"reason", row.reason},
              {"verified", row.verified},
              {"rule", row.rule},
              {"decisions", decisions_json(row.decisions)}};
    if (!row.note.empty()) json["note"] = row.note;
    if (!row.reservation.empty()) json["reservation"] = row.reservation;
    if (!row.reservable_under.empty()) json["reservable_under"] = row.reservable_under;
    json["needs"] = row.needs;
    json["protects"] = row.protects;
    json["allows"] = row.allows;
    json["asks"] = row.asks;
    if (!row.narrows.empty()) json["narrows"] = row.narrows;
    json["measures"] = row.measures;
    json["missing_members"] = row.missing_members;
    if (!row.absent.empty()) json["absent"] = row.absent;
    if (!row.plain.empty()) json["plain"] = row.plain;
    if (!row.usual.empty()) json["usually_in"] = usual_json(row.usual);
    json["provisions"] = provisions_json(row.provisions);
    json["near_misses"] = provisions_json(row.near_misses);
    if (!row.advice.empty()) json["advice"] = advice_json(row.advice);
    return json;
}

[[nodiscard]] Json act_json(ActRow const& act) {
    Json json = {{"title", act.title},
                 {"file", act.file},
                 {"language", act.language},
                 {"uri", act.uri},
                 {"date", act.date},
                 {"type", act.type},
                 {"digest", act.digest},
                 {"kinds", act.kinds},
                 {"provisions", act.provisions},
                 {"units", act.units},
                 {"characters", act.characters},
                 {"account", counts_json(act.account)},
                 {"balanced", act.balanced},
                 {"counts", act.counts},
                 {"spoken", act.spoken},
                 {"also_read", act.also_read},
                 {"unspoken", act.unspoken}};
    if (act.scrambled) json["scrambled"] = true;
    if (act.repealed)
        json["repealed_by"] = {{"act", act.repealed->act},   {"citation", act.repealed->citation},
                               {"eid", act.repealed->eid},   {"words", act.repealed->words},
                               {"file", act.repealed->file}, {"line", act.repealed->line}};
    return json;
}

[[nodiscard]] Json article_json(ArticleRow const& article) {
    Json json{{"article", article.article},
              {"title", article.title},
              {"chapter", article.chapter},
              {"chapter_title", article.chapter_title},
              {"verdict", article.verdict}};
    json["obligations"] = Json::array();
    for (auto const& row : article.obligations) json["obligations"].push_back(obligation_json(row));
    return json;
}

[[nodiscard]] Json summary_json(Report const& report) {
    Json json{{"obligations", counts_json(report.counts)},
              {"articles", counts_json(report.article_counts)},
              {"unverified", report.unverified}};
    json["chapters"] = Json::array();
    for (auto const& chapter : report.chapters)
        json["chapters"].push_back({{"chapter", chapter.chapter},
                                    {"title", chapter.title},
                                    {"articles", chapter.articles},
                                    {"obligations", counts_json(chapter.counts)}});
    json["todo"] = Json::array();
    for (auto const& row : report.todo)
        json["todo"].push_back({{"kind", row.kind},
                                {"obligation", row.obligation},
                                {"text", row.text},
                                {"should", row.should},
                                {"verified", row.verified},
                                {"why", to_string(row.why)}});
    return json;
}

[[nodiscard]] std::string written(Json const& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string to_json(Report const& report) {
    Json json{{"schema", schema_version}};
    json["instrument"] = {{"name", report.instrument},
                          {"title", report.instrument_title},
                          {"cite", report.cite},
                          {"note", report.instrument_note}};
    json["country"] = {{"code", report.country_code}, {"name", report.country}};
    if (!report.named_after.empty()) json["country"]["named_after"] = report.named_after;
    json["rules"] = report.rules;
    json["as_of"] = report.as_of;
    json["assumed"] = report.assumed;
    json["bills"] = report.bills;
    json["summary"] = summary_json(report);
    json["acts"] = Json::array();
    for (auto const& act : report.acts) json["acts"].push_back(act_json(act));
    json["unread"] = report.unread;
    if (!report.not_read.empty()) json["not_read"] = report.not_read;
    json["set_aside"] = Json::array();
    json["no_law"] = Json::array();
    for (auto const& row : report.no_law) {
        json["no_law"].push_back({{"why", row.why}, {"places", row.places}});
        if (row.why == "web-page") json["set_aside"] = row.places;
    }
    json["named"] = Json::array();
    for (auto const& row : report.named)
        json["named"].push_back({{"name", row.name},
                                 {"mentions", row.mentions},
                                 {"act", row.act},
                                 {"citation", row.citation},
                                 {"file", row.file},
                                 {"line", row.line}});
    json["articles"] = Json::array();
    for (auto const& article : report.articles) json["articles"].push_back(article_json(article));
    json["surplus"] = Json::array();
    for (auto const& row : report.surplus) json["surplus"].push_back(surplus_json(row));
    return written(json);
}

std::string to_json(std::vector<Diagnostic> const& diagnostics, SourceMap const& sources) {
    auto const place = [&](Json& json, Span const& span) {
        if (!span.source.valid()) return;
        auto const& source = sources.at(span.source);
        auto const from = source.position(span.begin), to = source.position(span.end);
        json["file"] = clean(source.name());
        json["line"] = from.line;
        json["column"] = from.column;
        json["end_line"] = to.line;
        json["end_column"] = to.column;
    };
    Json all{{"schema", "lacuna-diagnostics/1"}, {"diagnostics", Json::array()}};
    for (auto const& diagnostic : diagnostics) {
        Json json{{"code", info(diagnostic.code).code}, {"severity", to_string(diagnostic.severity)}};
        place(json, diagnostic.span);
        json["message"] = clean(diagnostic.message);
        if (!diagnostic.label.empty()) json["label"] = clean(diagnostic.label);
        json["others"] = Json::array();
        for (auto const& other : diagnostic.others) {
            Json item{{"text", clean(other.text)}};
            place(item, other.span);
            json["others"].push_back(std::move(item));
        }
        json["notes"] = Json::array();
        for (auto const& note : diagnostic.notes) json["notes"].push_back(clean(note));
        if (!diagnostic.help.empty()) json["help"] = clean(diagnostic.help);
        if (diagnostic.fix) {
            Json fix{{"replacement", diagnostic.fix->replacement}};
            place(fix, diagnostic.fix->span);
            json["fix"] = std::move(fix);
        }
        all["diagnostics"].push_back(std::move(json));
    }
    return written(all);
}

}  // namespace lacuna::report
