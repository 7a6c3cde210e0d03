// lacuna evaluate: how well verdicts agree with what readers found in the same files.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <ostream>
#include <span>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"
#include "cli/rules/branch_list.hpp"
#include "dsl/branches.hpp"
#include "score/predict.hpp"
#include "score/text.hpp"

namespace lacuna::cli {
namespace fs = std::filesystem;
namespace {

struct EvaluateOptions {
    std::vector<std::string> paths, exclude, files;
    std::string gold, adjudications, predictions, rules, convention, by, min_confidence = "low", without;
    std::uint32_t draws = 1000;
    bool errors = false;
    LawOptions law;
};

using Relations = std::span<std::string_view const>;
constexpr std::array<std::string_view, 5> ruling_relations{"full", "partial", "related", "none", "drop"};
constexpr auto gold_relations = Relations(ruling_relations).first(4);  // a ruling may also drop a row

// A relation that is none of those known would be scored as a gap.
[[nodiscard]] bool has_known_relations(Session& session, SourceId file, score::Table const& table,
                                       Relations known) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        auto const& relation = table.cell(row, "relation");
        if (std::find(known.begin(), known.end(), relation) != known.end()) continue;
        session.diagnostics.add(diagnose(
            Code::no_statutes, {file, 0, 0},
            fmt::format("row {} of the table has the relation '{}'", row + 1, relation),
            fmt::format("a provision and an article stand in one of these: {}", fmt::join(known, ", "))));
        return false;
    }
    return true;
}

[[nodiscard]] std::optional<score::Table> read_table(Session& session, std::string const& path,
                                                     Relations relations) {
    auto const read = read_file(path, session.sources, session.diagnostics);
    if (!read.ok) return std::nullopt;
    auto table = score::parse_csv(session.sources.at(read.id).bytes());
    for (auto const* column : {"file", "eid", "convention", "article", "relation"}) {
        if (table.has(column)) continue;
        session.diagnostics.add(diagnose(Code::no_statutes, {read.id, 0, 0},
                                         fmt::format("the table has no column '{}'", column),
                                         "a gold file has file, eid, convention, article and relation"));
        return std::nullopt;
    }
    if (table.rows.empty()) {
        session.diagnostics.add(diagnose(Code::no_statutes, {read.id, 0, 0},
                                         "the table has a heading and no row",
                                         "write a row for each provision and article that were judged"));
        return std::nullopt;
    }
    if (!has_known_relations(session, read.id, table, relations)) return std::nullopt;
    return table;
}

// Where a file of the gold lies: below one of the folders, or one of the files by the end of its path.
[[nodiscard]] std::string place_of(std::string const& name, std::vector<std::string> const& paths) {
    std::error_code error;
    for (auto const& path : paths) {
        if (auto const below = fs::path(path) / name; fs::is_regular_file(below, error))
            return below.string();
        auto const whole = '/' + fs::absolute(path, error).lexically_normal().generic_string();
        auto const end = '/' + name;
        if (whole.size() >= end.size() && whole.compare(whole.size() - end.size(), end.size(), end) == 0 &&
            fs::is_regular_file(path, error))
            return path;
    }
    return {};
}

[[nodiscard]] std::vector<score::PredictedRow> predict_file(Session& session, program::Program const& program,
                                                            score::ToldApart const& apart,
                                                            std::set<std::string> const& instruments,
                                                            std::string const& name, std::string const& path,
                                                            LawOptions const& options) {
    auto const law = load_law(session, {path}, options);
    if (!law) return {};
    match::EvaluateOptions evaluate;
    evaluate.threads = options.threads;
    evaluate.near_misses = 100;  // every provision that came near, so that an error can be explained
    auto const& catalogue = program::catalogue(program);
    std::vector<program::InstrumentId> asked;
    for (auto const& instrument : instruments)
        if (auto const id = catalogue.instrument(instrument); id.valid()) asked.push_back(id);
    evaluate.explained = coverage::named_measures(catalogue, asked);
    auto const findings = match::evaluate(program, law->set, evaluate);
    std::vector<score::PredictedRow> rows;
    for (auto const id : asked) {
        auto const assessment = coverage::assess(catalogue, id, law->set, findings, law->selection);
        auto const said = score::predict(catalogue, assessment, law->set, findings, apart, name);
        rows.insert(rows.end(), said.begin(), said.end());
    }
    return rows;
}

[[nodiscard]] score::By by_of(std::string const& name) {
    if (name == "country") return score::By::country;
    if (name == "file") return score::By::file;
    if (name == "article") return score::By::article;
    return name == "family" ? score::By::family : score::By::instrument;
}

[[nodiscard]] std::string scored(score::Gold const& gold, std::vector<score::PredictedRow> const& rows,
                                 EvaluateOptions const& options) {
    auto const prediction = score::read_prediction(rows, gold);
    score::ScoreOptions how;
    how.by = by_of(options.by);
    how.together = options.by.empty();
    how.draws = options.draws;
    auto const scores = score::score(gold, prediction, how);
    auto text = options.by.empty() ? score::to_text(scores) : score::to_table(scores, options.by);
    if (gold.unresolved > 0)
        text += fmt::format("left out: {} positive gold rows without a provision\n", gold.unresolved);
    if (options.errors) text += '\n' + score::to_text(score::errors(gold, prediction));
    return text;
}

[[nodiscard]] score::GoldOptions gold_options(EvaluateOptions const& options,
                                              std::vector<std::string> files) {
    return {{options.exclude.begin(), options.exclude.end()},
            options.convention,
            std::move(files),
            options.min_confidence};
}

// The files of the gold that were found at the paths, with their places.
[[nodiscard]] std::map<std::string, std::string> find_files(Session& session, score::Gold const& gold,
                                                            EvaluateOptions const& options) {
    std::map<std::string, std::string> places;
    for (auto const& [name, family] : gold.family) {
        auto const place = place_of(name, options.paths);
        if (!place.empty()) places.emplace(name, place);
    }
    if (places.size() == gold.family.size()) return places;
    auto missing = diagnose(
        places.empty() ? Code::no_statutes : Code::file_not_found, {},
        fmt::format("{} of the {} files of the gold are not below {}", gold.family.size() - places.size(),
                    gold.family.size(), fmt::join(options.paths, ", ")),
        "the paths in the gold's column `file` are relative to PATH; files that are absent are not scored");
    if (!places.empty()) missing.severity = Severity::warning;
    session.diagnostics.add(std::move(missing));
    return places;
}

using Programs = std::map<std::string, program::ProgramPtr>;

// The rules without the branches that a list names for each country.
[[nodiscard]] std::optional<Programs> program_of_countries(Session& session, Rules const& rules,
                                                           std::string const& path) {
    Programs programs;
    if (path.empty()) return programs;
    auto const list = read_branch_list(session, rules.pack, path);
    if (!list) return std::nullopt;
    for (auto const& [country, spans] : *list) {
        auto program =
            program::compile(dsl::without(rules.pack, branches_of(*list, country)), session.diagnostics);
        if (!program) return std::nullopt;
        programs.emplace(country, std::move(program));
    }
    return programs;
}

[[nodiscard]] program::Program const& program_of(Rules const& rules, Programs const& programs,
                                                 std::string const& country) {
    for (auto const& name : {country, std::string("*")})
        if (auto const found = programs.find(name); found != programs.end()) return *found->second;
    return *rules.program;
}

int evaluate(Session& session, EvaluateOptions const& options) {
    auto const table = read_table(session, options.gold, gold_relations);
    if (!table) return Exit::input_error;
    auto rows = score::gold_rows(*table);
    auto const places =
        find_files(session, score::read_gold(rows, gold_options(options, options.files)), options);
    if (places.empty()) return Exit::input_error;
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](auto const& row) { return places.count(row.question().file) == 0; }),
               rows.end());
    auto const rules = load_rules(session, options.rules, options.law.threads);
    if (!rules) return Exit::input_error;
    auto const programs = program_of_countries(session, *rules, options.without);
    if (!programs) return Exit::input_error;
    auto const gold = score::read_gold(rows, gold_options(options, {}));
    std::set<std::string> instruments;
    for (auto const& row : rows) instruments.insert(row.question().convention);
    std::vector<score::PredictedRow> said;
    Progress progress(session);
    for (auto const& [name, place] : places) {
        progress.step(name);
        auto const more = predict_file(session, program_of(*rules, *programs, gold.country.at(name)),
                                       score::told_apart(rows), instruments, name, place, options.law);
        said.insert(said.end(), more.begin(), more.end());
    }
    progress.clear();
    if (!options.predictions.empty() && !session.write(options.predictions, score::to_csv(said)))
        return Exit::input_error;
    session.out << scored(score::read_gold(rows, gold_options(options, {})), said, options);
    if (options.adjudications.empty()) return Exit::done;
    auto const rulings = read_table(session, options.adjudications, ruling_relations);
    if (!rulings) return Exit::input_error;
    auto const ruled = score::adjudicate(rows, score::gold_rows(*rulings));
    session.out << fmt::format("\n# with adjudications: {} rows changed, {} dropped, {} added{}\n\n",
                               ruled.changed, ruled.dropped, ruled.added,
                               ruled.idle == 0 ? "" : fmt::format("; {} to drop name no row", ruled.idle))
                << scored(score::read_gold(ruled.rows, gold_options(options, {})), said, options);
    return Exit::done;
}

void add_options(CLI::App& app, EvaluateOptions& options) {
    app.add_option("PATH", options.paths, "Folders or files that hold the files named in the gold")
        ->required();
    app.add_option("--gold", options.gold, "Table of what readers found, as CSV")->required();
    app.add_option("--adjudications", options.adjudications,
                   "Disputed gold rows, as CSV: scores with them are reported apart");
    app.add_option("--predictions", options.predictions, "Write what the engine says as CSV to this file");
    app.add_option("--by", options.by, "A table by country, file, article, family or instrument")
        ->check(CLI::IsMember({"country", "file", "article", "family", "instrument"}));
    app.add_option("--exclude", options.exclude,
                   "Articles to leave out, each as INSTRUMENT/ARTICLE, separated by commas")
        ->delimiter(',');
    app.add_option("--instrument", options.convention, "Only this instrument");
    app.add_option("--files", options.files, "Only files whose path holds one of these")->delimiter(',');
    app.add_option("--min-conf", options.min_confidence, "Leave out gold rows less sure than this")
        ->check(CLI::IsMember({"low", "med", "high"}))
        ->capture_default_str();
    app.add_option("--boot", options.draws, "Draws of files for the 95 % intervals; 0: none")
        ->capture_default_str();
    app.add_flag("--errors", options.errors, "List every error with what the engine saw");
    app.add_option("--without", options.without,
                   "Read each country without the branches that this list names for it: see "
                   "`lacuna rules coverage --by-country`");
    app.add_option("--rules", options.rules, "Folder of rules");
    add_law_options(app, options.law);
}

}  // namespace

Command evaluate_command(CLI::App& parent) {
    auto options = std::make_shared<EvaluateOptions>();
    auto* app = parent.add_subcommand("evaluate", "How well verdicts agree with what readers found");
    app->footer(R"(Examples:
  lacuna evaluate --gold read.csv statutes --exclude uncc/21,budapest/13
  lacuna evaluate --gold read.csv statutes --by family
  lacuna evaluate --gold read.csv statutes --errors --files ke/ --instrument uncc)");
    add_options(*app, *options);
    return {app, [options](Session& session) { return evaluate(session, *options); }};
}

}  // namespace lacuna::cli
