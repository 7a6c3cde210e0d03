#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <optional>
#include <ostream>

#include "cli/rules/rules.hpp"
#include "dsl/format.hpp"
#include "dsl/keywords.hpp"
#include "dsl/parse.hpp"
#include "text/language.hpp"

namespace lacuna::cli {
namespace {

constexpr auto stub = R"(lexicon {language}

{kind_declared}// The words of the law: replace these by what statutes say.
concept {name}-words "what these words mean, in one line" {{ "words of the law" }}

measure {name} : {kind} "{title}" {{
  {element} = {name}-words in passage
  needs {element}
}}

// Sentences of your own, never of a real law. A 'todo' is a known miss: make it 'yes' when it is found.
test {name} in {language} {{
  todo "A sentence with the words of the law that must be found."
      with {element}
  no   "A sentence that must not be found."
}}
)";

// Is what would be declared declared already?
[[nodiscard]] bool taken(Session& session, RulesOptions const& options, dsl::Pack const& pack) {
    auto const refuse = [&](std::string_view what, dsl::Name const& name) {
        session.diagnostics.add(diagnose(Code::rule_duplicate, name.span,
                                         fmt::format("{} '{}' is declared already", what, name.text),
                                         "choose another name, or write the new words there"));
        return true;
    };
    auto const words = options.name + "-words";
    for (auto const& file : pack.files) {
        for (auto const& one : file.measures)
            if (one.name.text == options.name) return refuse("measure", one.name);
        for (auto const& one : file.concepts)
            if (one.name.text == options.name || one.name.text == words) return refuse("concept", one.name);
    }
    return false;
}

// The folder that was named; else this one, if it declares a kind; else the default.
[[nodiscard]] std::filesystem::path own_folder(RulesOptions const& options) {
    if (!options.rules.empty()) return options.rules;
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator at(".", error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".lac") files.push_back(at->path());
    SourceMap sources;
    Diagnostics ignored;
    for (auto const& file : dsl::read_pack(files, sources, ignored).files)
        if (!file.kinds.empty()) return ".";
    return rules_folder({});
}

// Will a file of that path be read together with the rules of the folder?
[[nodiscard]] bool stands_in(std::filesystem::path const& file, std::filesystem::path const& folder) {
    std::error_code error;
    auto const whole = [&](std::filesystem::path const& path) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
    };
    auto const below = whole(file).lexically_relative(whole(folder));
    return !error && !below.empty() && *below.begin() != "..";
}

// A kind for a file that stands alone. Its gate is left out: the concepts of a gate would be lacking.
[[nodiscard]] std::string declaration_of(dsl::Kind const& kind) {
    std::vector<std::string> names;
    for (auto const& element : kind.elements) names.push_back(element.text);
    return fmt::format(
        "// Take this away where the file stands beside rules that declare it.\n"
        "kind {} {{ elements {} }}\n\n",
        kind.name.text, fmt::join(names, ", "));
}

struct KindOfMeasure {
    std::string name, first_element,
        declaration;  // the last is empty where the rules beside the file declare it
};

// The kind that was asked for, or the first that the rules declare.
[[nodiscard]] std::optional<KindOfMeasure> find_kind(Session& session, RulesOptions const& options,
                                                     std::string const& path) {
    auto const folder = own_folder(options);
    bool const alone = options.rules.empty() && !stands_in(path, folder);
    auto const pack = read_rules(session, {folder.string()});
    if (session.diagnostics.errors() > 0 || taken(session, options, pack)) return std::nullopt;
    std::vector<std::string> names;
    for (auto const& file : pack.files)
        for (auto const& one : file.kinds) {
            if (options.kind.empty() || one.name.text == options.kind)
                return KindOfMeasure{one.name.text, one.elements.front().text,
                                     alone ? declaration_of(one) : std::string()};
            names.push_back(one.name.text);
        }
    session.diagnostics.add(diagnose(Code::rule_unknown_name, {},
                                     options.kind.empty()
                                         ? fmt::format("'{}' declares no kind of measure", folder.string())
                                         : fmt::format("no kind is called '{}'", options.kind),
                                     names.empty() ? "name the folder of the rules with --rules"
                                                   : fmt::format("known kinds: {}", fmt::join(names, ", "))));
    return std::nullopt;
}

}  // namespace

int rules_new(Session& session, RulesOptions const& options) {
    auto const& name = options.name;
    bool const good = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos &&
                      name.find_first_of("0123456789-_") != 0 && !dsl::is_reserved(name);
    if (!good) {
        session.diagnostics.add(
            diagnose(Code::rule_reserved_name, {}, fmt::format("'{}' cannot be a name", name),
                     fmt::format("{}; it is no word of the rule language", dsl::how_names_are_made)));
        return Exit::input_error;
    }
    auto const language = text::language_code(options.language);
    if (language.empty()) {
        session.diagnostics.add(
            diagnose(Code::rule_unknown_language, {},
                     fmt::format("'{}' is no language that can be read", options.language),
                     fmt::format("the languages are {}", fmt::join(text::languages(), ", "))));
        return Exit::input_error;
    }
    auto const path = options.output.empty() ? name + ".lac" : options.output;
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
        session.diagnostics.add(diagnose(Code::file_unwritable, {session.sources.add(path), 0, 0},
                                         fmt::format("'{}' is there already", path),
                                         "name another file with -o"));
        return Exit::input_error;
    }
    auto const kind = find_kind(session, options, path);
    if (!kind) return Exit::input_error;
    auto const title =
        options.title.empty() ? std::string("What the law does, in one sentence") : options.title;
    auto const text =
        fmt::format(stub, fmt::arg("language", language), fmt::arg("name", name),
                    fmt::arg("kind", kind->name), fmt::arg("title", title),
                    fmt::arg("element", kind->first_element), fmt::arg("kind_declared", kind->declaration));
    auto const source = session.sources.add(path, text);
    auto const formatted = dsl::format(session.sources.at(source), source, session.diagnostics);
    if (!formatted || !session.write(path, *formatted)) return Exit::input_error;
    session.out << fmt::format("written: {}\n", path);
    if (!options.rules.empty() && !stands_in(path, options.rules))
        session.out << fmt::format(
            "read it with the rules of that folder: lacuna rules check {} --rules FOLDER\n", path);
    return Exit::done;
}

}  // namespace lacuna::cli
