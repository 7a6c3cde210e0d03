// lacuna decide: writes a reviewer's decision into the file of the country.
#include <fmt/format.h>
#include <fmt/ranges.h>

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

struct DecideOptions {
    std::string action, obligation, verdict, provision, reason, reviewer, date, rules;
    std::vector<std::string> paths;
    LawOptions law;
};

int fail(Session& session, std::string message, std::string help) {
    session.diagnostics.add(diagnose(Code::decision_refused, {}, std::move(message), std::move(help)));
    return Exit::input_error;
}

// The decision as far as the command line says it.
[[nodiscard]] std::optional<Decision> asked(Session& session, DecideOptions const& options) {
    Decision decision;
    auto const refuse = [&](std::string message, std::string help) {
        (void)fail(session, std::move(message), std::move(help));
        return std::nullopt;
    };
    auto const slash = options.obligation.find('/');
    if (slash == std::string::npos || slash == 0)
        return refuse(fmt::format("'{}' names no obligation", options.obligation),
                      "write the instrument and the obligation: INSTRUMENT/7.1");
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

// "act.xml#sec_8" is a provision of one act; "sec_8" of any.
struct ProvisionName {
    std::string act, eid;
};
[[nodiscard]] ProvisionName split_name(std::string const& name) {
    auto const hash = name.find('#');
    if (hash == std::string::npos) return {{}, name};
    return {name.substr(0, hash), name.substr(hash + 1)};
}

// Whether a path or a URI is called so: all of it, or what follows one of its slashes.
[[nodiscard]] bool is_called(std::string_view whole, std::string_view name) {
    if (name.empty() || whole == name) return true;
    return whole.ends_with(name) && whole[whole.size() - name.size() - 1] == '/';
}

[[nodiscard]] std::vector<country::RestsOn> find_provision(Session& session, Law const& law,
                                                           std::string const& name) {
    auto const [act, eid] = split_name(name);
    std::vector<country::RestsOn> found;
    std::vector<std::string> choices;
    for (std::size_t i = 0; i < law.set.documents.size(); ++i) {
        auto const& document = law.set.documents[i];
        auto const file = law.set.path_of(DocumentId(i));
        auto const uri = coverage::act_name(document);
        if (!is_called(file, act) && !is_called(uri, act)) continue;
        auto const provision = document.find(eid);
        if (!provision.valid()) continue;
        found.push_back({uri, eid, coverage::digest_of(document, provision)});
        choices.push_back(fmt::format("{}#{}", file, eid));
    }
    if (found.size() == 1) return found;
    if (found.empty())
        (void)fail(session, fmt::format("no provision '{}' is in the set", name),
                   "`lacuna show PATH` prints the eId of each provision");
    else
        (void)fail(session, fmt::format("{} acts have a provision '{}'", found.size(), eid),
                   fmt::format("name one: {}", fmt::join(choices, ", ")));
    return {};
}

// The engine's answer on one obligation, with the decisions that the selection holds.
struct Question {
    program::Catalogue const& catalogue;
    program::InstrumentId instrument;
    match::Findings findings;
};
[[nodiscard]] std::optional<coverage::ObligationResult> ask(Question const& question, Law const& law,
                                                            std::string const& obligation) {
    auto const assessment = coverage::assess(question.catalogue, question.instrument, law.set,
                                             question.findings, law.selection, {{obligation}});
    auto const& rows = question.catalogue.at(question.instrument).obligations;
    for (auto const& result : assessment.obligations)
        if (rows[result.obligation.index()].id == obligation) return result;
    return std::nullopt;
}

// Obeyed only if the obligation can have the verdict: asked of the engine before it is written.
[[nodiscard]] bool can_be_obeyed(Session& session, Question const& question, Law& law,
                                 Decision const& decision) {
    law.selection.decisions.push_back(decision);
    auto const tried = ask(question, law, decision.obligation);
    for (auto const& one : tried->decisions) {
        if (one.decision + 1 != law.selection.decisions.size() ||
            one.standing != coverage::Standing::unusable)
            continue;
        (void)fail(session, one.why, std::string(coverage::usable_verdicts));
        return false;
    }
    return true;
}

// Fills in the verdict and the texts, as they are without the decision that is to be written.
[[nodiscard]] bool complete(Session& session, DecideOptions const& options, Law& law, Decision& decision) {
    auto& known = law.selection.decisions;
    std::erase_if(known, [&](Decision const& other) { return country::same_question(other, decision); });
    auto const rules = load_rules(session, options.rules, options.law.threads);
    if (!rules) return false;
    auto const& catalogue = program::catalogue(*rules->program);
    auto const id = find_instrument(session, *rules->program, decision.instrument);
    if (!id.valid()) return false;
    match::EvaluateOptions how;
    how.threads = options.law.threads;
    how.explained = coverage::named_measures(catalogue, {id});
    Question const question{catalogue, id, match::evaluate(*rules->program, law.set, how)};
    auto const now = ask(question, law, decision.obligation);
    if (!now) {
        (void)fail(session, fmt::format("the rules have no obligation {}", options.obligation),
                   "`lacuna check … --details` lists all of them");
        return false;
    }
    bool const may = catalogue.at(id).obligations[now->obligation.index()].force == dsl::ForceOfDuty::may;
    if (decision.action == Decision::Action::confirm) decision.verdict = coverage::to_string(now->verdict);
    if (decision.action == Decision::Action::map && decision.verdict.empty())
        decision.verdict =
            coverage::to_string(may ? coverage::Verdict::option_used : coverage::Verdict::covered);
    if (decision.rests_on.empty())
        decision.rests_on = coverage::rests_on(*now, law.set, question.findings, law.selection);
    return can_be_obeyed(session, question, law, decision);
}

[[nodiscard]] bool write(Session& session, std::filesystem::path const& path, std::string const& code,
                         Decision const& decision) {
    return country::edit_decisions(
        path, code, session.sources, session.diagnostics, [&](country::Decisions& file) {
            std::erase_if(file.decisions,
                          [&](Decision const& other) { return country::same_question(other, decision); });
            file.decisions.push_back(decision);
            return true;
        });
}

// The names by which an act is known to decisions, of the acts whose file is called `name`.
[[nodiscard]] std::vector<std::string> acts_called(Law const& law, std::string const& name) {
    std::vector<std::string> uris;
    for (std::size_t i = 0; !name.empty() && i < law.set.documents.size(); ++i)
        if (is_called(law.set.path_of(DocumentId(i)), name))
            uris.push_back(coverage::act_name(law.set.documents[i]));
    return uris;
}

// Without a provision the verdict that was confirmed or overridden; else what was said of the provision, also
// when it is no longer in the law.
[[nodiscard]] bool remove(Session& session, std::filesystem::path const& path, Law const& law,
                          Decision const& decision, std::string const& provision) {
    auto const name = split_name(provision);
    auto const files = acts_called(law, name.act);
    auto const meant = [&](Decision const& other) {
        if (name.eid.empty()) return country::same_question(other, decision);
        if (other.instrument != decision.instrument || other.obligation != decision.obligation ||
            country::same_question(other, decision))
            return false;
        auto const& text = other.rests_on.front();
        return text.provision == name.eid && (is_called(text.act, name.act) ||
                                              std::find(files.begin(), files.end(), text.act) != files.end());
    };
    return country::edit_decisions(path, law.selection.country.code, session.sources, session.diagnostics,
                                   [&](country::Decisions& file) {
                                       if (std::erase_if(file.decisions, meant) > 0) return true;
                                       (void)fail(session,
                                                  fmt::format("{} has no such decision", path.string()),
                                                  "name the provision of a decision to map or to reject");
                                       return false;
                                   });
}

// Of the country file, or as the acts themselves say.
[[nodiscard]] std::string country_code(Law const& law) {
    if (!law.selection.country.code.empty()) return law.selection.country.code;
    for (auto const& document : law.set.documents)
        if (!document.meta.country.empty()) return document.meta.country;
    return {};
}

int decide(Session& session, DecideOptions const& options) {
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
    auto const code = country_code(*law);
    if (code.empty())
        return fail(session, "no act says whose law it is", "write a country.json with the country's code");
    bool const removes = options.action == "remove";
    if (!removes && !options.provision.empty()) {
        decision->rests_on = find_provision(session, *law, options.provision);
        if (decision->rests_on.empty()) return Exit::input_error;
    }
    if (decision->action == Decision::Action::reject) decision->verdict.clear();
    bool const written =
        removes ? remove(session, path, *law, *decision, options.provision)
                : complete(session, options, *law, *decision) && write(session, path, code, *decision);
    if (!written) return Exit::input_error;
    if (!session.quiet)
        session.out << fmt::format("{}: {} {}{}{}\n", path.string(), options.action, options.obligation,
                                   decision->verdict.empty() || removes ? "" : " as ",
                                   removes ? "" : decision->verdict);
    return Exit::done;
}

}  // namespace

Command decide_command(CLI::App& parent) {
    auto options = std::make_shared<DecideOptions>();
    options->law.decided = true;
    auto* app =
        parent.add_subcommand("decide", "Write a reviewer's decision on a verdict, which check obeys");
    app->footer(R"(Examples:
  lacuna decide confirm legislation/xa --obligation uncc/7.1 --reviewer "A. Reader" --date 2026-03-01 \
      --reason "Read with the definitions of section 3."
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
    app->add_option("--obligation", options->obligation, "Instrument and obligation, e.g. INSTRUMENT/7.1")
        ->required();
    app->add_option("--verdict", options->verdict,
                    "For override: covered, partial, gap, reserved, option-used …; for map: covered or "
                    "partial, of a permission option-used (default: the best)");
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
