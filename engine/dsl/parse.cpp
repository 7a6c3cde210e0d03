#include "dsl/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/files.hpp"
#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "dsl/declarations.hpp"
#include "dsl/element_names.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] bool readable(Source const& source, SourceId id, Diagnostics& diagnostics,
                            ParseLimits const& limits) {
    auto const text = source.bytes();
    if (text.size() > limits.max_bytes) {
        diagnostics.add(
            diagnose(Code::file_too_large, {id, 0, 0},
                     fmt::format("the file has {} bytes; at most {} are read", text.size(), limits.max_bytes),
                     "split it into several files: all files of a pack are read together"));
        return false;
    }
    if (auto const bad = utf8::find_invalid(text); bad != std::string_view::npos) {
        auto const at = static_cast<std::uint32_t>(bad);
        diagnostics.add(diagnose(Code::rule_encoding, {id, at, at + 1}, "this byte is not UTF-8",
                                 "save the file as UTF-8 in your editor"));
        return false;
    }
    return true;
}

// Reads the bytes of a file; false when it cannot be read.
[[nodiscard]] bool read_bytes(Source& source, SourceId id, Diagnostics& diagnostics,
                              ParseLimits const& limits) {
    Diagnostics problems;
    bool const done = read_into(source, id, problems, {limits.max_bytes});
    for (auto one : problems.sorted()) {
        if (one.code == Code::file_too_large) one.help = "divide it: a pack may have any number of files";
        diagnostics.add(std::move(one));
    }
    // Some editors write it; it is no part of the text, and would move the columns of the first line.
    if (done && source.bytes().starts_with(byte_order_mark))
        source.set_bytes(std::string(source.bytes().substr(byte_order_mark.size())));
    return done;
}

}  // namespace

File parse(Source const& source, SourceId id, Diagnostics& diagnostics, ParseLimits limits) {
    File file;
    file.source = id;
    auto text = source.bytes();
    if (!readable(source, id, diagnostics, limits)) return file;
    Diagnostics found;
    try {
        DeclarationReader(text, file, found, limits).read_all();
    } catch (grammar::TooDeep const& deep) {  // one error, and nothing of the file
        diagnostics.add(diagnose(Code::rule_too_deep, {id, deep.at, deep.at + 1},
                                 fmt::format("parentheses are nested more than {} deep", limits.max_depth),
                                 "give the inner part a concept of its own"));
        File none;
        none.source = id;
        return none;
    }
    diagnostics.add(found);
    for (auto& measure : file.measures) write_out_elements(measure);
    if (limits.tests) file.comments = comments(scan(text), text, id);
    return file;
}

namespace {

// Two ways to spell a path can lead to one file.
void leave_out_same(std::vector<std::filesystem::path>& files) {
    std::set<std::filesystem::path> seen;
    std::erase_if(files, [&](auto const& file) {
        std::error_code error;
        return !seen.insert(std::filesystem::weakly_canonical(file, error)).second;
    });
}

// Every .lac file below the paths, once, sorted.
[[nodiscard]] std::vector<std::filesystem::path> files_below(std::vector<std::filesystem::path> const& paths,
                                                             SourceMap& sources, Diagnostics& diagnostics) {
    std::vector<std::filesystem::path> files;
    for (auto const& path : paths) {
        auto const found = list_files(path, {".lac"}, sources, diagnostics);
        std::error_code error;
        if (found.empty() && std::filesystem::is_directory(path, error))
            diagnostics.add(diagnose(Code::no_statutes, {sources.add(path.string()), 0, 0},
                                     fmt::format("no rule file stands in '{}'", path.string()),
                                     "rule files end in .lac; name the folder that holds them"));
        files.insert(files.end(), found.begin(), found.end());
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    if (paths.size() > 1) leave_out_same(files);
    return files;
}

}  // namespace

Pack read_pack(std::vector<std::filesystem::path> const& paths, SourceMap& sources, Diagnostics& diagnostics,
               ParseLimits limits) {
    std::vector<SourceId> ids;
    for (auto const& path : files_below(paths, sources, diagnostics))
        ids.push_back(sources.add(path.string()));
    std::vector<File> files(ids.size());
    std::vector<Diagnostics> found(ids.size());
    for_each_row(ids.size(), limits.threads, [&](std::size_t, std::size_t row) {
        auto& source = sources.at(ids[row]);
        if (read_bytes(source, ids[row], found[row], limits))
            files[row] = parse(source, ids[row], found[row], limits);
    });
    for (auto const& one : found) diagnostics.add(one);
    std::erase_if(files, [](File const& file) { return !file.source.valid(); });  // those that were not read
    return {std::move(files)};
}

}  // namespace lacuna::dsl
