// lacuna decide: writes a reviewer's decision into the file of the country.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"
#include "coverage/decide.hpp"

namespace lacuna::cli {
namespace {

using country::Decision;

struct Options {
    std::string action, obligation, verdict, provision, reason, reviewer, date, rules;
    std::vector<std::string> paths;
    LawOptions law;
};

int fail(Session& session, std::string message, std::string help) {
    auto diagnostic = diagnose(Code::decision_unusable, {}, std::move(message), std::move(help));
    diagnostic.severity = Severity::error;
    session.diagnostics.add(std::move(diagnostic));
    return Exit::input_error;
}

// The decision as far as the command line says it.
[[nodiscard]] std::optional<Decision> asked(Session& session, Options const& options) {
    Decision decision;
    auto const refuse = [&](std::string message, std::string help) {
        (void)fail(session, std::move(message), std::move(help));
        return std::nullopt;
    };
    auto const slash = options.obligation.find('/');
    if (slash == std::string::npos || slash == 0)
        return refuse(fmt::format("'{}' names no obligation", options.obligation),
                      "write the instrument and the obligation: uncc/7.1");
    decision.instrument = options.obligation.substr(0, slash);
    decision.obligation = options.obligation.substr(slash + 1);
    decision.verdict = options.verdict;
    decision.reason = options.reason;
    decision.reviewer = options.reviewer;
    decision.date = options.date;
    if (options.action == "remove") return decision;
    decision.action = *country::action_of(options.action);
    for (auto const* text : {&options.reason, &options.reviewer, &options.date})
        if (text->empty() || utf8::find_invalid(*text) != std::string_view::npos)
            return refuse("a decision needs a reason, a reviewer and a date",
                          "add --reason, --reviewer and --date YYYY-MM-DD");
    bool const one = decision.action == Decision::Action::map || decision.action == Decision::Action::reject;
    if (one && options.provision.empty())
        return refuse(fmt::format("what is to {}?", options.action), "add --provision with its eId");
    if (decision.action == Decision::Action::override_to && options.verdict.empty())
        return refuse("to which verdict?", "add --verdict, for example --verdict partial");
    return decision;
}

[[nodiscard]] bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// "sec_8", or "act.xml#sec_8" where two acts have one.
[[nodiscard]] std::vector<country::RestsOn> find_provision(Session& session, Law const& law,
                                                           std::string const& name) {
    auto const hash = name.find('#');
    auto const act = hash == std::string::npos ? std::string() : name.substr(0, hash);
    auto const eid = hash == std::string::npos ? name : name.substr(hash + 1);
    std::vector<country::RestsOn> found;
    for (auto const& document : law.set.documents) {
        auto const file = document.source.valid() ? session.sources.at(document.source).name() : "";
        auto const uri = coverage::act_name(document);
        if (!act.empty() && !ends_with(file, act) && !ends_with(uri, act)) continue;
        auto const provision = document.find(eid);
        if (provision.valid()) found.push_back({uri, eid, coverage::digest_of(document, provision)});
    }
    if (found.size() == 1) return found;
    if (found.empty()) {
        (void)fail(session, fmt::format("no provision '{}' is in the set", name),
                   "`lacuna show PATH` prints the eId of each provision");
    } else {
        (void)fail(session, fmt::format("{} acts have a provision '{}'", found.size(), eid),
                   fmt::format("name the act: --provision {}#{}", found.front().act, eid));
    }
    return {};
}

// The verdict and its texts as they are without the decision that is to be written.
[[nodiscard]] bool complete(Session& session, Options const& options, Law& law, Decision& decision) {
    auto& known = law.selection.decisions;
    std::erase_if(known, [&](Decision const& other) { return country::same_question(other, decision); });
    auto const rules = load_rules(session, options.rules);
    if (!rules) return false;
    auto const id = find_instrument(session, *rules->program, decision.instrument);
    if (!id.valid()) return false;
    auto const findings = match::evaluate(*rules->program, law.set, {options.law.threads, 3, {}});
    auto const assessment = coverage::assess(program::catalogue(*rules->program), id, law.set, findings,
                                             law.selection, {{decision.obligation}});
    auto const& catalogue = program::catalogue(*rules->program);
    auto const at =
        std::find_if(assessment.obligations.begin(), assessment.obligations.end(), [&](auto const& result) {
            return catalogue.at(id).obligations[result.obligation.index()].id == decision.obligation;
        });
    if (at == assessment.obligations.end()) {
        (void)fail(session, fmt::format("the rules have no obligation {}", options.obligation),
                   "`lacuna check … --details` lists all of them");
        return false;
    }
    if (decision.action == Decision::Action::confirm)
        decision.verdict = std::string(coverage::to_string(at->verdict));
    if (decision.rests_on.empty())
        decision.rests_on = coverage::rests_on(*at, law.set, findings, law.selection);
    // Obeyed only if the obligation can have the verdict: asked of the engine before it is written.
    law.selection.decisions.push_back(decision);
    auto const tried =
        coverage::assess(catalogue, id, law.set, findings, law.selection, {{decision.obligation}});
    for (auto const& result : tried.obligations) {
        for (auto const& one : result.decisions) {
            if (one.decision + 1 != law.selection.decisions.size() ||
                one.standing != coverage::Standing::unusable)
                continue;
            (void)fail(session, one.why,
                       "a permission is option-used or option-not-used; a duty is covered, "
                       "partial, gap or reserved");
            return false;
        }
    }
    return true;
}

[[nodiscard]] bool write(Session& session, std::filesystem::path const& path, std::string const& code,
                         Decision const& decision, bool remove) {
    return country::edit_decisions(
        path, code, session.sources, session.diagnostics, [&](country::Decisions& file) {
            auto const before = file.decisions.size();
            std::erase_if(file.decisions,
                          [&](Decision const& other) { return country::same_question(other, decision); });
            if (!remove) file.decisions.push_back(decision);
            if (remove && before == file.decisions.size())
                (void)fail(session, fmt::format("{} has no such decision", path.string()),
                           "name the provision of a decision to map or to reject");
            return !remove || before != file.decisions.size();
        });
}

int decide(Session& session, Options const& options) {
    auto decision = asked(session, options);
    if (!decision) return Exit::input_error;
    auto reading = options.law;
    std::error_code error;  // a file that is named and not there yet is begun
    if (!std::filesystem::exists(reading.decisions, error)) reading.no_decisions = !reading.decisions.empty();
    auto law = load_law(session, options.paths, reading);
    if (!law || session.diagnostics.errors() > 0) return Exit::input_error;
    auto const path = decisions_path(law->selection.country, options.law);
    if (path.empty())
        return fail(session, "there is no country.json that says whose law this is",
                    "name the file to write: --decisions FILE");
    bool const remove = options.action == "remove";
    if (!options.provision.empty()) {
        decision->rests_on = find_provision(session, *law, options.provision);
        if (decision->rests_on.empty()) return Exit::input_error;
        if (remove) decision->action = Decision::Action::map;
    }
    if (decision->action == Decision::Action::map && decision->verdict.empty()) decision->verdict = "covered";
    if (decision->action == Decision::Action::reject) decision->verdict.clear();
    if (!remove && !complete(session, options, *law, *decision)) return Exit::input_error;
    if (!write(session, path, law->selection.country.code, *decision, remove)) return Exit::input_error;
    if (!session.quiet)
        session.out << fmt::format("{}: {} {}{}{}\n", path.string(), options.action, options.obligation,
                                   decision->verdict.empty() || remove ? "" : " as ",
                                   remove ? "" : decision->verdict);
    return Exit::done;
}

}  // namespace

Command decide_command(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    options->law.decided = true;
    auto* app =
        parent.add_subcommand("decide", "Write a reviewer's decision on a verdict, which check obeys");
    app->footer(R"(Examples:
  lacuna decide confirm legislation/xa --obligation uncc/7.1 --reviewer "A. Reader" --date 2026-03-01 \
      --reason "Read with section 3; the court would agree."
  lacuna decide override legislation/xa --obligation uncc/9.1 --verdict covered --reviewer … --date … --reason …
  lacuna decide map legislation/xa --obligation uncc/15.1 --provision sec_20A --reviewer … --date … --reason …
  lacuna decide reject legislation/xa --obligation uncc/13.c --provision sec_14 --reviewer … --date … --reason …
  lacuna decide remove legislation/xa --obligation uncc/7.1
A decision carries the digest of the text that it rests on. When the text changes it is stale: check shows it
and does not obey it. To renew it, decide again.)");
    app->add_option("ACTION", options->action, "confirm, override, map, reject or remove")
        ->required()
        ->check(CLI::IsMember({"confirm", "override", "map", "reject", "remove"}));
    app->add_option("PATH", options->paths, "The law of the country, as for check")->required();
    app->add_option("--obligation", options->obligation, "Instrument and obligation, e.g. uncc/7.1")
        ->required();
    app->add_option(
        "--verdict", options->verdict,
        "For override: covered, partial, gap, reserved, option-used …; for map: covered (default) "
        "or partial");
    app->add_option("--provision", options->provision,
                    "eId of the provision, with the file before it where two acts have it: act.xml#sec_8");
    app->add_option("--reason", options->reason, "Why, in a sentence or two");
    app->add_option("--reviewer", options->reviewer, "Who decides");
    app->add_option("--date", options->date, "When, YYYY-MM-DD")->check(CLI::Validator(date_problem, "DATE"));
    app->add_option("--rules", options->rules, "Folder of rules");
    add_law_options(*app, options->law);
    return {app, [options](Session& session) { return decide(session, *options); }};
}

}  // namespace lacuna::cli
