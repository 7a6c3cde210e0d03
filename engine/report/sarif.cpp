#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "report/decisions.hpp"
#include "report/formats.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"
#include "report/sarif_baseline.hpp"

namespace lacuna::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t locations_limit = 5;

struct Rule {
    char const* id;
    char const* kind;   // of a result
    char const* level;  // when the kind is "fail"
    char const* text;
};
constexpr Rule rules[] = {
    {"covered", "pass", "none", "The law meets the obligation"},
    {"reserved", "review", "none", "What is missing is permitted by a declared reservation"},
    {"partial", "fail", "warning", "An element is missing, or the law asks for more than is allowed"},
    {"gap", "fail", "error", "The law that would hold it was read, and nothing was found"},
    {"untested", "open", "none", "Nothing is known: no rules, no such law, or unreadable text"},
    {"option-used", "pass", "none", "The law uses what the instrument permits"},
    {"option-not-used", "informational", "none", "The law does not use what the instrument permits"},
    {"outside-statutes", "notApplicable", "none", "A duty that no statute can show"},
    {"surplus", "informational", "none", "The law has what the instrument does not ask for"},
};

[[nodiscard]] std::size_t rule_of(std::string_view verdict) {
    for (std::size_t i = 0; i < std::size(rules); ++i)
        if (verdict == rules[i].id) return i;
    return std::size(rules) - 1;
}

[[nodiscard]] Json text(std::string const& words) {
    return {{"text", words}};
}

// A path as a relative reference.
[[nodiscard]] std::string uri_of(std::string_view path) {
    std::string out;
    for (char const letter : path) {
        bool const plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') ||
                           std::string_view("-._~/").find(letter) != std::string_view::npos;
        out += plain ? std::string(1, letter) : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return out;
}

class Writer {
  public:
    Writer(Report const& report, Baseline const& baseline) : report_(report), baseline_(baseline) {
        for (auto const& act : report.acts) uris_[act.file] = act.uri.empty() ? act.title : act.uri;
    }

    [[nodiscard]] Json run(std::string_view version) {
        auto results = Json::array();
        std::size_t index = 0;
        for (auto const& article : report_.articles)
            for (auto const& row : article.obligations) results.push_back(result(row, index++));
        for (auto const& row : report_.surplus) results.push_back(surplus(row));
        for (auto const& [key, absent] : baseline_.results)
            if (seen_.count(key) == 0) results.push_back(gone(key, absent));
        return {{"tool", {{"driver", driver(version)}}},
                {"taxonomies", Json::array({taxonomy()})},
                {"artifacts", artifacts()},
                {"invocations", Json::array({invocation()})},
                {"columnKind", "unicodeCodePoints"},
                {"results", std::move(results)}};
    }

  private:
    [[nodiscard]] Json driver(std::string_view version) const {
        auto list = Json::array();
        for (auto const& rule : rules)
            list.push_back({{"id", rule.id},
                            {"shortDescription", text(rule.text)},
                            {"defaultConfiguration", {{"level", rule.level}}}});
        Json json{{"name", "Lacuna"}};
        if (!version.empty()) json["version"] = version;
        json["rules"] = std::move(list);
        json["supportedTaxonomies"] = Json::array({{{"name", report_.instrument}, {"index", 0}}});
        return json;
    }

    [[nodiscard]] Json taxonomy() const {
        auto taxa = Json::array();
        for (auto const& article : report_.articles)
            for (auto const& row : article.obligations)
                taxa.push_back({{"id", row.id},
                                {"shortDescription", text(row.title)},
                                {"properties",
                                 {{"article", article.article},
                                  {"articleTitle", article.title},
                                  {"chapter", article.chapter},
                                  {"force", row.policy ? "policy" : row.force}}}});
        return {{"name", report_.instrument},
                {"fullName", report_.instrument_title},
                {"shortDescription", text(report_.cite.empty() ? report_.instrument_title : report_.cite)},
                {"isComprehensive", false},
                {"taxa", std::move(taxa)}};
    }

    [[nodiscard]] Json artifacts() const {
        auto list = Json::array();
        for (auto const& act : report_.acts)
            list.push_back({{"location", {{"uri", uri_of(act.file)}}}, {"description", text(act.title)}});
        return list;
    }

    [[nodiscard]] Json invocation() const {
        Json json{{"executionSuccessful", report_.unread.empty()}};
        auto notes = Json::array();
        for (auto const& file : report_.unread)
            notes.push_back({{"level", "error"}, {"message", text("could not be read: " + file)}});
        if (!notes.empty()) json["toolExecutionNotifications"] = std::move(notes);
        return json;
    }

    [[nodiscard]] Json location(std::string const& eid, std::string const& citation, std::string const& file,
                                std::uint32_t line) const {
        auto const at = uris_.find(file);
        Json physical{{"artifactLocation", {{"uri", uri_of(file)}}}};
        if (line > 0) physical["region"] = {{"startLine", line}};
        return {{"physicalLocation", std::move(physical)},
                {"logicalLocations",
                 Json::array({{{"name", eid},
                               {"fullyQualifiedName",
                                fmt::format("{}#{}", at == uris_.end() ? file : at->second, eid)},
                               {"decoratedName", citation},
                               {"kind", "provision"}}})}};
    }

    [[nodiscard]] Json locations(std::vector<ProvisionRow> const& rows) const {
        auto list = Json::array();
        for (auto const& row : rows)
            if (list.size() < locations_limit)
                list.push_back(location(row.eid, row.citation, row.file, row.line));
        return list;
    }

    [[nodiscard]] Json base(std::string_view rule_id, std::string const& message) const {
        auto const rule = rule_of(rule_id);
        return {{"ruleId", rules[rule].id},
                {"ruleIndex", rule},
                {"kind", rules[rule].kind},
                {"level", rules[rule].level},
                {"message", text(message)}};
    }

    void identify(Json& result, std::string const& key, std::string const& state) {
        result["partialFingerprints"] = {{identity_key, key}, {state_key, state}};
        if (baseline_.given) result["baselineState"] = baseline_.state_of(key, state);
        seen_[key] = true;
    }

    [[nodiscard]] Json result(ObligationRow const& row, std::size_t index) {
        auto const lack = row.verdict == "partial" ? lacking_names(row) : std::string();
        auto json =
            base(row.verdict, fmt::format("{} {}: {}{}", report_.instrument, row.id, plain_reason(row),
                                          lack.empty() ? "" : " (missing: " + lack + ")"));
        json["taxa"] = Json::array({{{"id", row.id},
                                     {"index", index},
                                     {"toolComponent", {{"name", report_.instrument}, {"index", 0}}}}});
        auto places = locations(row.provisions);
        if (!places.empty()) json["locations"] = std::move(places);
        auto near = locations(row.near_misses);
        if (!near.empty()) json["relatedLocations"] = std::move(near);
        identify(json, obligation_key(report_.country_code, report_.instrument, row.id),
                 row.verdict + (row.provisions.empty() ? "" : " " + row.provisions.front().unit_eid) +
                     (lack.empty() ? "" : " lacks " + lack));
        if (!row.flags.empty()) json["properties"] = {{"tags", row.flags}};
        if (!row.decisions.empty()) {
            auto lines = Json::array();
            for (auto const& decision : row.decisions)
                lines.push_back(fmt::format("{}: {}", decision_line(decision), decision_words(decision)));
            json["properties"]["decisions"] = std::move(lines);
            json["properties"]["computed"] = row.computed;
        }
        return json;
    }

    [[nodiscard]] Json surplus(SurplusRow const& row) {
        auto json =
            base("surplus", fmt::format("{}: {}{}", row.kind, row.measure_title,
                                        row.elements.empty() ? "" : " (" + joined(row.elements) + ")"));
        json["locations"] = Json::array({location(row.eid, row.citation, row.file, row.line)});
        auto const at = uris_.find(row.file);
        auto key = fmt::format(
            "{}/{}/{}/{}/{}#{}", obligation_key(report_.country_code, report_.instrument, "surplus"),
            row.kind, row.obligation, row.measure, at == uris_.end() ? row.act : at->second, row.eid);
        identify(json, key, joined(row.elements));
        return json;
    }

    [[nodiscard]] static Json gone(std::string const& key, std::string const& state) {
        return {{"ruleId", rules[std::size(rules) - 1].id},
                {"kind", "informational"},
                {"level", "none"},
                {"message", text("no longer there: " + key)},
                {"partialFingerprints", {{identity_key, key}, {state_key, state}}},
                {"baselineState", "absent"}};
    }

    Report const& report_;
    Baseline const& baseline_;
    std::map<std::string, std::string> uris_;
    std::map<std::string, bool> seen_;
};

}  // namespace

Written to_sarif(Report const& report, std::string_view version, std::string_view baseline_bytes) {
    Baseline baseline;
    if (!baseline_bytes.empty() && !read_baseline(baseline_bytes, baseline))
        return {"", "the baseline is no SARIF report of this program",
                "give a file that `lacuna check --format sarif` wrote"};
    Json json{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
              {"version", "2.1.0"},
              {"runs", Json::array({Writer(report, baseline).run(version)})}};
    return {json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n', "", ""};
}

}  // namespace lacuna::report
