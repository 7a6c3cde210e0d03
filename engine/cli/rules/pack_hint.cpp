#include "cli/rules/pack_hint.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cli/pipeline.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"

namespace lacuna::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_entries = 5000;  // of a folder and those below: a home folder is no pack
constexpr std::size_t most_levels = 3;      // rules/lexicon/en/x.lac stands two below its pack

// The rule files below a folder; none when it holds too much to be a pack.
[[nodiscard]] std::vector<fs::path> rule_files(fs::path const& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    std::size_t entries = 0;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (++entries > most_entries) return {};
        if (at->path().filename().string().starts_with('.') && at->is_directory(error))
            at.disable_recursion_pending();
        if (at->path().extension() == ".lac") files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

struct Declared {
    std::map<std::string, std::string> names, values;  // and the file that declares them
    bool twice = false;                                // some name: more than one pack lies below the folder
};

void note_values(dsl::Pattern const& pattern, std::string const& path, Declared& declared) {
    if (!pattern.bind.empty()) declared.values.emplace(pattern.bind, path);
    for (auto const& child : pattern.children) note_values(child, path, declared);
}

// What the files declare, those left out that are being checked.
[[nodiscard]] Declared declared_in(std::vector<fs::path> const& files,
                                   std::vector<std::string> const& checked) {
    SourceMap sources;
    Diagnostics ignored;
    Declared declared;
    std::set<std::string> seen;
    std::error_code error;
    for (auto const& file : dsl::read_pack(files, sources, ignored).files) {
        auto const& path = sources.at(file.source).name();
        bool const own = std::any_of(checked.begin(), checked.end(),
                                     [&](auto const& one) { return fs::equivalent(one, path, error); });
        auto const note = [&](std::string const& name, std::string const& key) {
            declared.twice = declared.twice || !seen.insert(key + name).second;
            if (!own) declared.names.emplace(name, path);
        };
        for (auto const& one : file.concepts) {
            note(one.name.text, "concept " + one.language + " ");
            if (!own) note_values(one.pattern, path, declared);
        }
        for (auto const& one : file.measures) note(one.name.text, "measure ");
        for (auto const& one : file.kinds) note(one.name.text, "kind ");
    }
    return declared;
}

// "measure 'x' is not declared" gives x.
[[nodiscard]] std::string name_in(Diagnostic const& one) {
    auto const begin = one.message.find('\'');
    auto const end = one.message.find('\'', begin + 1);
    if (one.code != Code::rule_unknown_name || end == std::string::npos) return {};
    return one.message.substr(begin + 1, end - begin - 1);
}

// Whether the other files of the folder know all names that they use: else it is a part of a pack.
[[nodiscard]] bool is_whole(std::vector<fs::path> const& files, std::vector<std::string> const& checked) {
    SourceMap sources;
    Diagnostics found;
    dsl::check(dsl::read_pack(files, sources, found), found);
    auto const all = found.sorted();
    std::error_code error;
    return std::none_of(all.begin(), all.end(), [&](Diagnostic const& one) {
        return !name_in(one).empty() && std::none_of(checked.begin(), checked.end(), [&](auto const& path) {
            return fs::equivalent(sources.at(one.span.source).name(), path, error);
        });
    });
}

// How many of the unknown names the folder declares, each with its help; none when it holds several packs.
[[nodiscard]] std::size_t mend_help(std::vector<Diagnostic>& found, fs::path const& folder,
                                    std::vector<std::string> const& checked, std::string const& advice) {
    auto const declared = declared_in(rule_files(folder), checked);
    if (declared.twice) return 0;
    std::size_t mended = 0;
    for (auto& one : found) {
        bool const value = one.message.find("binds a value") != std::string::npos;
        auto const& names = value ? declared.values : declared.names;
        auto const known = names.find(name_in(one));
        if (known == names.end()) continue;
        ++mended;
        one.help = fmt::format("{} declares it: {}", known->second, advice);
    }
    return mended;
}

[[nodiscard]] std::string name_folder(fs::path const& folder) {
    return fmt::format("a file is read with its pack; name the folder, `lacuna rules check {}`",
                       folder.string());
}

[[nodiscard]] std::size_t unknown_names(std::vector<Diagnostic> const& found) {
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [](Diagnostic const& one) { return !name_in(one).empty(); }));
}

[[nodiscard]] std::vector<Diagnostic> checked_alone(std::vector<fs::path> const& files) {
    SourceMap sources;
    Diagnostics found;
    dsl::check(dsl::read_pack(files, sources, found), found);
    return found.sorted();
}

[[nodiscard]] bool are_files(std::vector<std::string> const& paths) {
    std::error_code error;
    return !paths.empty() && std::all_of(paths.begin(), paths.end(),
                                         [&](auto const& path) { return fs::is_regular_file(path, error); });
}

}  // namespace

bool is_below(fs::path const& path, fs::path const& folder) {
    std::error_code path_error, folder_error;
    auto const below =
        fs::weakly_canonical(path, path_error).lexically_relative(fs::weakly_canonical(folder, folder_error));
    return !path_error && !folder_error && !below.empty() && *below.begin() != "..";
}

namespace {

// The folders around the files, the nearest first, as long as `visit` says false.
template <class Visit>
void climb(std::vector<std::string> const& paths, Visit visit) {
    std::error_code error;
    auto folder = fs::path(paths.front()).parent_path();
    if (folder.empty()) folder = ".";
    for (std::size_t level = 0; level < most_levels; ++level) {
        auto const here = folder.lexically_normal();
        bool const holds_all =
            std::all_of(paths.begin(), paths.end(), [&](auto const& path) { return is_below(path, here); });
        if (holds_all && visit(here)) return;
        auto const above = folder.has_filename() && folder != "." && folder.filename() != ".."
                               ? folder.parent_path()
                               : folder / "..";
        folder = above.empty() ? fs::path(".") : above;
        if (fs::equivalent(folder, "/", error)) break;
    }
}

// Whether other files of the folder name what these declare, and all together know every name.
[[nodiscard]] bool uses(fs::path const& folder, std::vector<std::string> const& paths) {
    auto const files = rule_files(folder);
    auto others = files;
    std::error_code error;
    std::erase_if(others, [&](fs::path const& file) {
        return std::any_of(paths.begin(), paths.end(),
                           [&](auto const& path) { return fs::equivalent(path, file, error); });
    });
    if (others.empty()) return false;
    auto const all = checked_alone(others);
    if (unknown_names(all) == 0) return false;
    auto const declared = declared_in({paths.begin(), paths.end()}, {});
    bool const named = std::any_of(all.begin(), all.end(), [&](Diagnostic const& one) {
        auto const name = name_in(one);
        return !name.empty() && declared.names.contains(name);
    });
    return named && !declared_in(files, {}).twice && is_whole(files, {});
}

}  // namespace

fs::path pack_folder(std::vector<Diagnostic> const& found, std::vector<std::string> const& paths) {
    auto const unknown = unknown_names(found);
    if (unknown == 0 || !are_files(paths)) return {};
    // The nearest whole pack that declares half of them or more: one that knows a few by chance is another.
    fs::path pack;
    climb(paths, [&](fs::path const& here) {
        auto better = found;
        bool const knows =
            2 * mend_help(better, here, paths, {}) >= unknown && is_whole(rule_files(here), paths);
        if (knows) pack = here;
        return knows;
    });
    return pack;
}

fs::path pack_around(std::vector<std::string> const& paths) {
    if (!are_files(paths)) return {};
    auto const usual = rules_folder("");
    if (std::all_of(paths.begin(), paths.end(), [&](auto const& path) { return is_below(path, usual); }))
        return usual;
    auto const found = checked_alone({paths.begin(), paths.end()});
    if (unknown_names(found) > 0) return pack_folder(found, paths);
    // The widest: a folder of lexicons names what its files declare, and its tests stand elsewhere.
    fs::path pack;
    climb(paths, [&](fs::path const& here) {
        if (uses(here, paths)) pack = here;
        return false;
    });
    return pack;
}

bool names_unknown(std::vector<std::string> const& paths) {
    return unknown_names(checked_alone({paths.begin(), paths.end()})) > 0;
}

std::vector<Diagnostic> with_pack_hints(std::vector<Diagnostic> found,
                                        std::vector<std::string> const& paths) {
    if (auto const folder = pack_folder(found, paths); !folder.empty()) {
        (void)mend_help(found, folder, paths, name_folder(folder));
    } else if (auto const rules = rules_folder({}); are_files(paths) && fs::exists(rules)) {
        // A file that stands elsewhere and uses names of the rules that are read by default.
        auto better = found;
        auto const mended =
            mend_help(better, rules, paths,
                      fmt::format("both are read together with `lacuna rules check {} --rules {}`",
                                  fmt::join(paths, " "), rules.string()));
        if (2 * mended > unknown_names(found)) return better;
    }
    return found;
}

}  // namespace lacuna::cli
