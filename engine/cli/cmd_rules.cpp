// lacuna rules: the author's tools. Each stands in a file of cli/rules/.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/rules/rules.hpp"

namespace lacuna::cli {

std::vector<std::string> paths_of(RulesOptions const& options) {
    auto paths = options.paths;
    if (paths.empty() || !options.rules.empty()) paths.push_back(rules_folder(options.rules).string());
    return paths;
}

std::string read_from(RulesOptions const& options) {
    bool const named = !options.paths.empty() || !options.rules.empty();
    return named ? std::string() : " in " + rules_folder("").string();
}

bool refuse_bundled(Session& session, RulesOptions const& options) {
    if (!options.paths.empty() || !options.rules.empty() || !rules_are_bundled()) return false;
    session.diagnostics.add(diagnose(Code::file_unwritable,
                                     {session.sources.add(rules_folder("").string()), 0, 0},
                                     "no PATH was named, and these rules came with the program",
                                     "name the files or the folder to write: `.` for this folder"));
    return true;
}

namespace {

using Action = int (*)(Session&, RulesOptions const&);
using Shared = std::shared_ptr<RulesOptions>;

struct Tool {
    CLI::App* app;
    Shared options;
};

[[nodiscard]] Tool tool(CLI::App& rules, char const* name, char const* description) {
    auto options = std::make_shared<RulesOptions>();
    return {rules.add_subcommand(name, description), options};
}

void take_paths(Tool const& tool) {
    tool.app->add_option("PATH", tool.options->paths,
                         "Rule files or folders (default: $LACUNA_RULES, ./rules, or the bundled ones)");
    tool.app->add_option("--rules", tool.options->rules,
                         "A folder of rules; with PATH, both are read together");
}
void take_filter(Tool const& tool) {
    tool.app->add_option("--name", tool.options->name,
                         "Only what is called so; 'access*': whose name begins so");
    tool.app->add_option("--lang", tool.options->filter_language, "Only what concerns this language");
}
void take_corpus(Tool const& tool) {
    tool.app->add_option("--corpus", tool.options->corpus,
                         "Count in these Akoma Ntoso files, not in the examples of the tests");
}

[[nodiscard]] Command run(Tool const& tool, Action action) {
    return {tool.app,
            [options = tool.options, action](Session& session) { return action(session, *options); }};
}

[[nodiscard]] Command simple(CLI::App& rules, char const* name, char const* description, Action action) {
    auto const one = tool(rules, name, description);
    take_paths(one);
    return run(one, action);
}

[[nodiscard]] Command test_command(CLI::App& rules) {
    auto const one = tool(rules, "test", "Run the tests that stand beside the rules");
    take_paths(one);
    one.app->add_option("--only", one.options->only,
                        "Only the tests of this measure or concept; 'access*': whose name begins so");
    one.app->add_flag("--todo", one.options->todo, "List the known misses, each with its place");
    return run(one, rules_test);
}

[[nodiscard]] Command format_command(CLI::App& rules) {
    auto const one = tool(rules, "fmt",
                          "Write the files in the one format; comments are kept. A file needs no other for "
                          "it: names are looked up "
                          "by `rules check`");
    take_paths(one);
    one.app->add_flag("--check", one.options->check,
                      "Change nothing; exit with 1 if a file is not formatted");
    return run(one, rules_format);
}

[[nodiscard]] Command lint_command(CLI::App& rules) {
    auto const one = tool(rules, "lint", "What is unused, untested, unmet or missing in a language");
    take_paths(one);
    one.app->add_flag("--fix", one.options->fix, "Mend what has one certain remedy");
    one.app->add_option("--only", one.options->only, "Only the warnings of this code: L005");
    take_filter(one);
    one.app->add_flag("--all", one.options->all, "Every warning; otherwise 20 of each code and their number");
    return run(one, rules_lint);
}

[[nodiscard]] Command new_command(CLI::App& rules) {
    auto const one = tool(rules, "new", "Write the beginning of a measure: a concept, the measure, its test");
    one.app->add_option("NAME", one.options->name, "Name of the measure")->required();
    one.app->add_option("--kind", one.options->kind, "Its kind (default: the first that the rules declare)");
    one.app->add_option("--lang", one.options->language, "Language of the concept")->capture_default_str();
    one.app->add_option("--title", one.options->title, "What it is, in one sentence");
    one.app->add_option("-o,--output", one.options->output, "File to write (default: NAME.lac)");
    one.app->add_option("--rules", one.options->rules, "Folder of rules that it will stand in");
    return run(one, rules_new);
}

[[nodiscard]] Command doc_command(CLI::App& rules) {
    auto const one =
        tool(rules, "doc", "Write a page for each measure and each obligation, with their tests");
    take_paths(one);
    one.app->add_option("-o,--output", one.options->output, "Folder to write to (default: rules-doc)");
    return run(one, rules_doc);
}

[[nodiscard]] Command coverage_command(CLI::App& rules) {
    auto const one =
        tool(rules, "coverage", "Which concepts, branches, options and measures no text exercises, and why");
    take_paths(one);
    take_corpus(one);
    one.app
        ->add_option("--only", one.options->only,
                     "Only these: concepts, branches, exclusions, measures, elements, options, obligations")
        ->check(CLI::IsMember(
            {"concepts", "branches", "exclusions", "measures", "elements", "options", "obligations"}));
    take_filter(one);
    auto* by_country = one.app->add_flag(
        "--by-country", one.options->by_country,
        "List the branches that the acts of one country alone exercise, for `evaluate --without`");
    by_country->needs("--corpus");
    one.app->add_option("--country", one.options->country, "With --by-country: only those of this country")
        ->needs(by_country);
    one.app->add_option("-o,--output", one.options->output, "With --by-country: write the list to this file")
        ->needs(by_country);
    one.app->footer(R"(Examples:
  lacuna rules coverage
  lacuna rules coverage --corpus statutes
  lacuna rules coverage --corpus statutes --by-country -o own.tsv
  lacuna evaluate --gold read.csv statutes --without own.tsv)");
    return run(one, rules_coverage);
}

[[nodiscard]] Command list_command(CLI::App& rules) {
    auto const one = tool(rules, "list", "The names that the rules declare");
    take_paths(one);
    one.app->add_option("--only", one.options->only, "Only these: kinds, measures, obligations, concepts")
        ->check(CLI::IsMember({"kinds", "measures", "obligations", "concepts"}));
    take_filter(one);
    return run(one, rules_list);
}

[[nodiscard]] Command profile_command(CLI::App& rules) {
    auto const one = tool(rules, "profile", "Time and hits of each concept and measure, slowest first");
    take_paths(one);
    take_corpus(one);
    one.app->add_option("--top", one.options->top, "How many to show of each")->capture_default_str();
    return run(one, rules_profile);
}

}  // namespace

std::vector<Command> rules_commands(CLI::App& parent) {
    auto* rules = parent.add_subcommand(
        "rules", "The rule author's tools: check, test, fmt, lint, new, list, doc, coverage, profile");
    rules->require_subcommand(1);
    rules->footer("docs/language.md teaches the language of the rules.");
    return {simple(*rules, "check", "Are the rule files right? Every error with its place, cause and help",
                   rules_check),
            test_command(*rules),
            format_command(*rules),
            lint_command(*rules),
            new_command(*rules),
            doc_command(*rules),
            coverage_command(*rules),
            list_command(*rules),
            profile_command(*rules)};
}

}  // namespace lacuna::cli
