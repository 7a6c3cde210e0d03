#include "report/read_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/phrases.hpp"
#include "report/read_provision.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

using Json = nlohmann::ordered_json;

[[nodiscard]] RepealRow repeal_row_of(Field const& json) {
    return {json["act"].text(),   json["citation"].text(), json["eid"].text(),
            json["words"].text(), json["file"].text(),     static_cast<std::uint32_t>(json["line"].number())};
}

[[nodiscard]] DecisionRow decision_of(Field const& json) {
    DecisionRow row;
    row.action = json["action"].text();
    row.verdict = json["verdict"].text();
    row.reason = json["reason"].text();
    row.reviewer = json["reviewer"].text();
    row.date = json["date"].text();
    row.standing = json["standing"].text();
    row.act = json["act"].text();
    row.eid = json["eid"].text();
    row.citation = json["citation"].text();
    row.why = json.text("why");
    return row;
}

[[nodiscard]] Advice advice_of(Field const& json) {
    Advice advice;
    json["checklist"].each([&](Field const& item) {
        advice.checklist.push_back({item["name"].text(), item["state"].text(), item["place"].text(),
                                    item["protects"].truth(), item.text("title"), item.texts("lacks")});
    });
    json["permits"].each([&](Field const& item) {
        advice.permits.push_back({item["kind"].text(), item["obligation"].text(), item["text"].text()});
    });
    json["examples"].each([&](Field const& item) {
        advice.examples.push_back({item["country"].text(), item["language"].text(), item["act"].text(),
                                   item["eid"].text(), item["citation"].text(), item["path"].text(),
                                   item["file"].text(), read_line(item, "line"), item["has"].texts(),
                                   read_passage(item["passage"])});
    });
    return advice;
}

[[nodiscard]] auto usual_laws_of(Field const& json) {
    decltype(ObligationRow::usual) laws;
    json.each([&](Field const& law) {
        laws.push_back({law["law"].text(), law["read"].texts(), law["named_not_read"].texts(),
                        law.has("general") && law["general"].truth()});
    });
    return laws;
}

[[nodiscard]] ObligationRow obligation_of(Field const& json, std::string const& article) {
    ObligationRow row;
    row.id = json["id"].text();
    row.article = article;
    row.title = json["title"].text();
    row.force = json["force"].text();
    row.mandatory = json["mandatory"].truth();
    row.policy = json["policy"].truth();
    row.verdict = json["verdict"].verdict();
    row.computed = json["computed"].verdict();
    row.flags = json["flags"].texts();
    row.reason = json["reason"].text();
    row.plain = json.text("plain");
    row.verified = json["verified"].text();
    row.rule = json["rule"].text();
    json["decisions"].each([&](Field const& item) { row.decisions.push_back(decision_of(item)); });
    row.note = json.text("note");
    row.reservation = json.text("reservation");
    row.reservable_under = json.text("reservable_under");
    row.needs = json["needs"].texts();
    row.protects = json["protects"].texts();
    row.allows = json["allows"].texts();
    row.asks = json["asks"].texts();
    if (json.has("narrows")) row.narrows = json["narrows"].texts();
    row.measures = json["measures"].texts();
    row.missing_members = json["missing_members"].texts();
    if (json.has("absent")) row.absent = json["absent"].texts();
    if (json.has("usually_in")) row.usual = usual_laws_of(json["usually_in"]);
    if (json.has("titles")) row.titles = json["titles"].pairs();
    row.provisions = read_provisions(json["provisions"]);
    row.near_misses = read_provisions(json["near_misses"]);
    for (auto* rows : {&row.provisions, &row.near_misses})
        for (auto& provision : *rows)
            for (auto& element : provision.elements) element.title = titled(row, element.name);
    if (json.has("advice")) row.advice = advice_of(json["advice"]);
    return row;
}

[[nodiscard]] ActRow act_of(Field const& json) {
    ActRow row;
    row.title = json["title"].text();
    row.file = json["file"].text();
    row.language = json["language"].text();
    row.uri = json["uri"].text();
    row.date = json["date"].text();
    row.type = json["type"].text();
    row.digest = json["digest"].text();
    row.kinds = json["kinds"].texts();
    row.provisions = json["provisions"].number();
    row.units = json["units"].number();
    row.characters = json["characters"].number();
    row.account = json["account"].counts();
    row.balanced = json["balanced"].truth();
    row.counts = json["counts"].truth();
    row.spoken = json["spoken"].truth();
    row.scrambled = json.has("scrambled") && json["scrambled"].truth();
    if (json.has("also_read")) row.also_read = json["also_read"].texts();
    if (json.has("unspoken")) row.unspoken = json["unspoken"].texts();
    if (json.has("repealed_by")) row.repealed = repeal_row_of(json["repealed_by"]);
    return row;
}

[[nodiscard]] ArticleRow article_of(Field const& json) {
    ArticleRow row;
    row.article = json["article"].text();
    row.title = json["title"].text();
    row.chapter = json["chapter"].text();
    row.chapter_title = json["chapter_title"].text();
    row.verdict = json["verdict"].verdict();
    json["obligations"].each(
        [&](Field const& item) { row.obligations.push_back(obligation_of(item, row.article)); });
    return row;
}

[[nodiscard]] SurplusRow surplus_of(Field const& json) {
    return {json["kind"].text(),          json["obligation"].text(), json["measure"].text(),
            json["measure_title"].text(), json["act"].text(),        json["eid"].text(),
            json["citation"].text(),      json["path"].text(),       json["file"].text(),
            read_line(json, "line"),      json["elements"].texts(),  json["words"].text()};
}

void read_summary(Field const& json, Report& report) {
    report.counts = json["obligations"].counts();
    report.article_counts = json["articles"].counts();
    report.unverified = json["unverified"].number();
    json["chapters"].each([&](Field const& item) {
        report.chapters.push_back({item["chapter"].text(), item["title"].text(), item["articles"].number(),
                                   item["obligations"].counts()});
    });
    bool every_why = true;
    json["todo"].each([&](Field const& item) {
        every_why = every_why && item.has("why");
        report.todo.push_back({item["kind"].text(), item["obligation"].text(), item["text"].text(),
                               item["should"].truth(), item["verified"].truth(),
                               why_first_of(item.text("why"))});
    });
    if (!every_why) report.todo.clear();  // an older report: listed anew
}

[[nodiscard]] Report report_of(Field const& json) {
    Report report;
    auto const instrument = json["instrument"];
    report.instrument = instrument["name"].text();
    report.instrument_title = instrument["title"].text();
    report.cite = instrument["cite"].text();
    report.instrument_note = instrument["note"].text();
    report.country_code = json["country"]["code"].text();
    report.country = json["country"]["name"].text();
    report.named_after = json["country"].text("named_after");
    report.rules = json["rules"].text();
    report.as_of = json["as_of"].text();
    report.assumed = json["assumed"].texts();
    report.bills = json["bills"].texts();
    read_summary(json["summary"], report);
    json["acts"].each([&](Field const& item) { report.acts.push_back(act_of(item)); });
    report.unread = json["unread"].texts();
    if (json.has("not_read")) report.not_read = json["not_read"].texts();
    if (json.has("no_law"))
        json["no_law"].each([&](Field const& item) {
            report.no_law.push_back({item["why"].text(), item["places"].texts()});
        });
    if (json.has("named"))
        json["named"].each([&](Field const& item) {
            report.named.push_back({item["name"].text(), item["mentions"].number(), item["act"].text(),
                                    item["citation"].text(), item["file"].text(), read_line(item, "line")});
        });
    json["articles"].each([&](Field const& item) { report.articles.push_back(article_of(item)); });
    json["surplus"].each([&](Field const& item) { report.surplus.push_back(surplus_of(item)); });
    if (report.todo.empty()) list_todo(report);
    return report;
}

[[nodiscard]] bool is_this_version(Json const& json, ReportError& error) {
    auto const found = json.is_object() && json.contains("schema") && json["schema"].is_string()
                           ? clean_label(json["schema"].get<std::string>())
                           : std::string();
    if (found == schema_version) return true;
    error.kind = ReportError::Kind::version;
    error.message = found.empty()
                        ? "the file is no report of lacuna"
                        : fmt::format("the file is of the form '{}', not '{}'", found, schema_version);
    return false;
}

}  // namespace

std::optional<Report> from_json(std::string_view bytes, ReportError& error) {
    Json json;
    try {
        json = Json::parse(bytes);
    } catch (Json::parse_error const& wrong) {
        auto const at = wrong.byte > 0 ? wrong.byte - 1 : 0;
        error = {ReportError::Kind::malformed, static_cast<std::uint32_t>(std::min(at, bytes.size())),
                 "the file is no JSON"};
        return std::nullopt;
    }
    if (!is_this_version(json, error)) return std::nullopt;
    try {
        return report_of(Field(json, ""));
    } catch (WrongField& wrong) {
        error = {ReportError::Kind::field, 0, std::move(wrong.message)};
        return std::nullopt;
    }
}

}  // namespace lacuna::report
