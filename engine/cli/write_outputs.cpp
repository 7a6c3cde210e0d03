#include "cli/write_outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace lacuna::cli {
namespace {

[[nodiscard]] bool is_binary(std::string const& name) {
    auto const& all = report::formats();
    return std::any_of(all.begin(), all.end(),
                       [&](report::Format const& format) { return format.name == name && format.binary; });
}

[[nodiscard]] bool make_one(Session& session, Make const& make, std::string const& format, bool whole,
                            std::string& bytes) {
    auto written = make(format, whole);
    bytes = std::move(written.bytes);
    if (written.ok()) return true;
    session.diagnostics.add(diagnose(Code::format_unwritable, {}, written.error, written.help));
    return false;
}

// Of a file: what was asked for, else what its ending says, else text where it has none. Empty, and an error,
// where the ending names no format.
[[nodiscard]] std::string format_for(Session& session, Outputs const& outputs, std::string const& path) {
    if (!outputs.format.empty()) return outputs.format;
    if (auto const named = report::format_of(path); !named.empty()) return std::string(named);
    if (!std::filesystem::path(path).has_extension()) return "text";
    session.diagnostics.add(diagnose(Code::format_unwritable, {},
                                     fmt::format("the ending of {} names no format", path),
                                     "name the format with --format, or use an ending that --help lists"));
    return {};
}

[[nodiscard]] bool print(Session& session, Outputs const& outputs, Make const& make) {
    auto const format = outputs.format.empty() ? std::string("text") : outputs.format;
    if (is_binary(format) && session.terminal.out) {
        session.diagnostics.add(diagnose(Code::format_unwritable, {},
                                         fmt::format("{} is not for a terminal", format),
                                         "write it to a file with -o"));
        return false;
    }
    std::string bytes;
    if (!make_one(session, make, format, false, bytes)) return false;
    session.out << bytes;
    return true;
}

}  // namespace

std::optional<std::vector<FileToWrite>> files_of(Session& session, Outputs const& outputs, Make const& make) {
    std::vector<FileToWrite> files;
    for (auto const& path : outputs.paths) {
        FileToWrite file{path, {}};
        auto const format = format_for(session, outputs, path);
        if (format.empty() || !make_one(session, make, format, true, file.bytes)) return std::nullopt;
        files.push_back(std::move(file));
    }
    return files;
}

bool write_files(Session& session, std::vector<FileToWrite> const& files) {
    for (auto one = files.begin(); one != files.end(); ++one)
        if (std::any_of(files.begin(), one,
                        [&](FileToWrite const& other) { return other.path == one->path; })) {
            session.diagnostics.add(diagnose(Code::format_unwritable, {},
                                             fmt::format("{} is asked for twice", one->path),
                                             "give each file a name of its own"));
            return false;
        }
    bool good = true;
    for (auto const& file : files) {
        bool const written = session.write(file.path, file.bytes);
        good = good && written;
        if (written && !session.quiet) session.out << "wrote " << file.path << '\n';
    }
    return good;
}

bool write_outputs(Session& session, Outputs const& outputs, Make const& make) {
    if (outputs.paths.empty()) return print(session, outputs, make);
    auto const files = files_of(session, outputs, make);
    return files && write_files(session, *files);
}

}  // namespace lacuna::cli
