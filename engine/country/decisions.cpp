#include "country/decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "base/natural_order.hpp"
#include "country/json_tree.hpp"

namespace lacuna::country {
namespace fs = std::filesystem;
namespace {

using Action = Decision::Action;
using Written = nlohmann::ordered_json;

constexpr std::array<std::pair<Action, std::string_view>, 4> actions{{{Action::confirm, "confirm"},
                                                                      {Action::override_to, "override"},
                                                                      {Action::map, "map"},
                                                                      {Action::reject, "reject"}}};

[[nodiscard]] bool is_verdict(Action action) {
    return action == Action::confirm || action == Action::override_to;
}

// The file's fields into a decision; false when something is missing.
class Reader {
  public:
    explicit Reader(Fields& fields) : fields_(fields) {}

    [[nodiscard]] bool read(Decision& into) {
        read_name(into);
        read_action(into);
        into.verdict = fields_.text("verdict", good_ && into.action != Action::reject);
        if (into.action == Action::reject && !into.verdict.empty())
            complain("verdict", "a rejected provision has no verdict", "take the field out");
        into.reason = fields_.text("reason", true);
        into.reviewer = fields_.text("reviewer", true);
        into.date = fields_.text("date", true);
        if (!into.date.empty() && !is_date(into.date))
            complain("date", fmt::format("'{}' is not a date", into.date), "write it as YYYY-MM-DD");
        read_texts(into);
        return good_ && !into.reason.empty() && !into.reviewer.empty() && !into.date.empty() &&
               (into.action == Action::reject || !into.verdict.empty());
    }

  private:
    void complain(std::string const& field, std::string message, std::string help) {
        good_ = false;
        fields_.complain(fields_.place(field), std::move(message), std::move(help));
    }

    void read_name(Decision& into) {
        auto const name = fields_.text("obligation", true);
        auto const slash = name.find('/');
        good_ = good_ && !name.empty();
        if (!name.empty() && (slash == 0 || slash == std::string::npos || slash + 1 == name.size()))
            return complain("obligation", fmt::format("'{}' names no obligation", name),
                            "write the instrument and the obligation: \"name/7.1\"");
        if (slash == std::string::npos) return;
        into.instrument = name.substr(0, slash);
        into.obligation = name.substr(slash + 1);
        into.place = fields_.place("obligation");
    }

    void read_action(Decision& into) {
        auto const name = fields_.text("action", true);
        auto const action = action_of(name);
        if (action) into.action = *action;
        good_ = good_ && action.has_value();
        if (!action && !name.empty())
            complain("action", fmt::format("'{}' is nothing that a reviewer can decide", name),
                     "write confirm, override, map or reject");
    }

    void read_texts(Decision& into) {
        fields_.each("rests_on", "text", [&](Fields& text) {
            RestsOn read{text.text("act"), text.text("provision"), text.text("digest", true)};
            good_ = good_ && !read.digest.empty();
            into.rests_on.push_back(std::move(read));
        });
        if (into.rests_on.empty())
            complain("rests_on", "the decision names no text that it rests on",
                     "`lacuna decide` writes the texts and their digests");
        bool const one = into.action == Action::map || into.action == Action::reject;
        if (one &&
            (into.rests_on.size() > 1 || (!into.rests_on.empty() && into.rests_on.front().provision.empty())))
            complain("rests_on", "a provision that is mapped or rejected is named alone",
                     "name one act and one provision");
    }

    Fields& fields_;
    bool good_ = true;
};

void check_schema(Fields& fields) {
    auto const schema = fields.text("schema", true);
    if (schema.empty() || schema == decisions_schema) return;
    fields.complain(fields.place("schema"),
                    fmt::format("'{}' is not a form of decisions that is known", schema),
                    fmt::format("this version reads {}", decisions_schema));
}

[[nodiscard]] std::string provision_of(Decision const& decision) {
    return decision.rests_on.empty() ? "" : decision.rests_on.front().provision;
}
[[nodiscard]] std::string act_of(Decision const& decision) {
    return decision.rests_on.empty() ? "" : decision.rests_on.front().act;
}

[[nodiscard]] bool before(Decision const& a, Decision const& b) {
    if (a.instrument != b.instrument) return a.instrument < b.instrument;
    if (a.obligation != b.obligation) return natural_less(a.obligation, b.obligation);
    if (is_verdict(a.action) != is_verdict(b.action)) return is_verdict(a.action);
    if (a.action != b.action && !is_verdict(a.action)) return a.action < b.action;
    if (act_of(a) != act_of(b)) return act_of(a) < act_of(b);
    if (provision_of(a) != provision_of(b)) return natural_less(provision_of(a), provision_of(b));
    return a.date < b.date;
}

[[nodiscard]] Written written(Decision const& decision) {
    Written json{{"obligation", name_of(decision)}, {"action", to_string(decision.action)}};
    if (!decision.verdict.empty()) json["verdict"] = decision.verdict;
    json["reason"] = decision.reason;
    json["reviewer"] = decision.reviewer;
    json["date"] = decision.date;
    json["rests_on"] = Written::array();
    for (auto const& text : decision.rests_on) {
        Written item;
        if (!text.act.empty()) item["act"] = text.act;
        if (!text.provision.empty()) item["provision"] = text.provision;
        item["digest"] = text.digest;
        json["rests_on"].push_back(std::move(item));
    }
    return json;
}

}  // namespace

std::string_view to_string(Action action) {
    for (auto const& [known, name] : actions)
        if (known == action) return name;
    return {};
}

std::optional<Action> action_of(std::string_view wanted) {
    for (auto const& [action, name] : actions)
        if (name == wanted) return action;
    return std::nullopt;
}

std::string name_of(Decision const& decision) {
    return decision.instrument + '/' + decision.obligation;
}

bool same_question(Decision const& a, Decision const& b) {
    if (a.instrument != b.instrument || a.obligation != b.obligation) return false;
    if (is_verdict(a.action) || is_verdict(b.action)) return is_verdict(a.action) == is_verdict(b.action);
    return act_of(a) == act_of(b) && provision_of(a) == provision_of(b);
}

std::optional<Decisions> read_decisions(fs::path const& path, std::string const& country, SourceMap& sources,
                                        Diagnostics& diagnostics) {
    auto const read = read_file(path, sources, diagnostics, {std::uint64_t{64} << 20});
    if (!read.ok) return std::nullopt;
    auto const json = parse_json(sources.at(read.id), read.id, diagnostics);
    if (!json) return std::nullopt;
    Fields fields(*json, "file of decisions", diagnostics);
    if (!fields.good()) return std::nullopt;
    check_schema(fields);
    Decisions found;
    found.country = fields.text("country", true);
    if (!found.country.empty() && !country.empty() && found.country != country) {
        fields.complain(
            fields.place("country"),
            fmt::format("these are decisions on the law of '{}', not of '{}'", found.country, country),
            "name the file of this country with --decisions");
        return std::nullopt;
    }
    fields.each("decisions", "decision", [&](Fields& item) {
        Decision decision;
        if (Reader(item).read(decision)) found.decisions.push_back(std::move(decision));
    });
    fields.finish();
    return found;
}

std::string to_json(Decisions decisions) {
    std::stable_sort(decisions.decisions.begin(), decisions.decisions.end(), before);
    Written json{{"schema", decisions_schema}, {"country", decisions.country}};
    json["decisions"] = Written::array();
    for (auto const& decision : decisions.decisions) json["decisions"].push_back(written(decision));
    return json.dump(2, ' ', false, Written::error_handler_t::replace) + '\n';
}

bool edit_decisions(fs::path const& path, std::string const& country, SourceMap& sources,
                    Diagnostics& diagnostics, std::function<bool(Decisions&)> const& change) {
    std::error_code ignored;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
    auto const fail = [&](std::string const& why) {
        diagnostics.add(diagnose(Code::file_unwritable, {sources.add(path.string()), 0, 0}, why,
                                 "check the folder and the permissions"));
        return false;
    };
    FileLock const lock(path);
    if (!lock.held()) return fail(lock.error());
    Decisions decisions{country, {}};
    if (fs::exists(path, ignored)) {
        auto const errors = diagnostics.errors();
        auto read = read_decisions(path, country, sources, diagnostics);
        if (!read || diagnostics.errors() != errors) return false;
        decisions = std::move(*read);
    }
    if (!change(decisions)) return false;
    std::string error;
    return write_file(path, to_json(std::move(decisions)), error) || fail(error);
}

fs::path decisions_file(fs::path const& folder, std::string const& code) {
    auto const name = fs::path("mappings") / (code + ".json");
    auto const near = (folder / ".." / name).lexically_normal();
    auto const far = (folder / ".." / ".." / name).lexically_normal();
    std::error_code error;
    return fs::exists(near, error) || !fs::exists(far.parent_path(), error) ? near : far;
}

}  // namespace lacuna::country
