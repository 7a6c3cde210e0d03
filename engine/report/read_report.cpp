#include "report/read_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/clean.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

using Json = nlohmann::ordered_json;

// What ends the reading: the field that is wrong. Caught in from_json.
struct WrongField {
    std::string message;
};

// A value and where it stands, so that an error can name the field.
class Field {
  public:
    Field(Json const& json, std::string path) : json_(json), path_(std::move(path)) {}

    // A member that must be there.
    [[nodiscard]] Field operator[](char const* name) const {
        auto const at = object().find(name);
        if (at == json_.end()) wrong(fmt::format("{} lacks '{}'", place(), name));
        return {*at, path_ + '/' + name};
    }
    [[nodiscard]] bool has(char const* name) const { return object().contains(name); }

    [[nodiscard]] std::string text() const {
        if (!json_.is_string()) wrong(place() + " is no text");
        return clean_piece(json_.get_ref<std::string const&>());
    }
    // Of a member that may be absent.
    [[nodiscard]] std::string text(char const* name) const {
        return has(name) ? (*this)[name].text() : std::string();
    }
    [[nodiscard]] bool truth() const {
        if (!json_.is_boolean()) wrong(place() + " is neither true nor false");
        return json_.get<bool>();
    }
    [[nodiscard]] std::uint64_t number() const {
        if (!json_.is_number_unsigned()) wrong(place() + " is no count");
        return json_.get<std::uint64_t>();
    }
    [[nodiscard]] double decimal() const {
        if (!json_.is_number()) wrong(place() + " is no number");
        return json_.get<double>();
    }
    template <class Visit>
    void each(Visit const& visit) const {
        if (!json_.is_array()) wrong(place() + " is no list");
        std::size_t i = 0;
        for (auto const& item : json_) visit(Field(item, fmt::format("{}/{}", path_, i++)));
    }
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> out;
        each([&](Field const& item) { out.push_back(item.text()); });
        return out;
    }
    [[nodiscard]] Counts counts() const {
        Counts out;
        for (auto const& [name, value] : object().items())
            out.emplace_back(clean_piece(name), Field(value, path_ + '/' + name).number());
        return out;
    }
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs() const {
        std::vector<std::pair<std::string, std::string>> out;
        for (auto const& [name, value] : object().items())
            out.emplace_back(clean_piece(name), Field(value, path_ + '/' + name).text());
        return out;
    }
    // A verdict that this program knows.
    [[nodiscard]] std::string verdict() const {
        auto name = text();
        if (!coverage::verdict_of(name)) wrong(fmt::format("{} is no verdict: '{}'", place(), name));
        return name;
    }

  private:
    [[nodiscard]] Json const& object() const {
        if (!json_.is_object()) wrong(place() + " is no object");
        return json_;
    }
    [[nodiscard]] std::string place() const { return path_.empty() ? "the report" : clean_label(path_); }
    [[noreturn]] static void wrong(std::string message) { throw WrongField{std::move(message)}; }

    Json const& json_;
    std::string path_;
};

[[nodiscard]] std::uint32_t line_of(Field const& json, char const* name) {
    return static_cast<std::uint32_t>(json[name].number());
}

[[nodiscard]] Quote quote_of(Field const& json) {
    Quote row;
    row.act = json["act"].text();
    row.eid = json["eid"].text();
    row.citation = json["citation"].text();
    row.path = json["path"].text();
    row.file = json["file"].text();
    row.line = line_of(json, "line");
    row.column = line_of(json, "column");
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
    json["quotes"].each([&](Field const& item) { row.quotes.push_back(quote_of(item)); });
    return row;
}

[[nodiscard]] std::vector<PassagePart> passage_of(Field const& json) {
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
    row.line = line_of(json, "line");
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
    row.passage = passage_of(json["passage"]);
    return row;
}

[[nodiscard]] std::vector<ProvisionRow> provisions_of(Field const& json) {
    std::vector<ProvisionRow> rows;
    json.each([&](Field const& item) { rows.push_back(provision_of(item)); });
    return rows;
}

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
                                    item["protects"].truth(), item.text("title")});
    });
    json["permits"].each([&](Field const& item) {
        advice.permits.push_back({item["kind"].text(), item["obligation"].text(), item["text"].text()});
    });
    json["examples"].each([&](Field const& item) {
        advice.examples.push_back({item["country"].text(), item["language"].text(), item["act"].text(),
                                   item["eid"].text(), item["citation"].text(), item["path"].text(),
                                   item["file"].text(), line_of(item, "line"), item["has"].texts(),
                                   passage_of(item["passage"])});
    });
    return advice;
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
    if (json.has("usually_in"))
        json["usually_in"].each([&](Field const& law) {
            row.usual.push_back({law["law"].text(), law["read"].texts(), law["named_not_read"].texts()});
        });
    if (json.has("titles")) row.titles = json["titles"].pairs();
    row.provisions = provisions_of(json["provisions"]);
    row.near_misses = provisions_of(json["near_misses"]);
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
            line_of(json, "line"),        json["elements"].texts(),  json["words"].text()};
}

void read_summary(Field const& json, Report& report) {
    report.counts = json["obligations"].counts();
    report.article_counts = json["articles"].counts();
    report.unverified = json["unverified"].number();
    json["chapters"].each([&](Field const& item) {
        report.chapters.push_back({item["chapter"].text(), item["title"].text(), item["articles"].number(),
                                   item["obligations"].counts()});
    });
    json["todo"].each([&](Field const& item) {
        report.todo.push_back({item["kind"].text(), item["obligation"].text(), item["text"].text(),
                               item["should"].truth(), item["verified"].truth()});
    });
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
                                    item["citation"].text(), item["file"].text(), line_of(item, "line")});
        });
    json["articles"].each([&](Field const& item) { report.articles.push_back(article_of(item)); });
    json["surplus"].each([&](Field const& item) { report.surplus.push_back(surplus_of(item)); });
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
