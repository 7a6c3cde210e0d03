// The files and the standard output of a command that has many formats.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "report/formats.hpp"

namespace lacuna::cli {

struct Outputs {
    std::vector<std::string> paths;  // none: standard output
    std::string format;              // empty: the ending of the file says, else text
};
// `make` gives the bytes of a format, `whole` for a file. Every format is made before the first file is
// written: an error leaves all of them as they were. False after an error, which is in the session.
using Make = std::function<report::Written(std::string const& format, bool whole)>;
[[nodiscard]] bool write_outputs(Session& session, Outputs const& outputs, Make const& make);

// The two steps of it, for a command that writes more than one thing: the bytes of all files, or nothing and
// an error; and the writing, which refuses a path that stands twice.
struct FileToWrite {
    std::string path, bytes;
};
[[nodiscard]] std::optional<std::vector<FileToWrite>> files_of(Session& session, Outputs const& outputs,
                                                               Make const& make);
[[nodiscard]] bool write_files(Session& session, std::vector<FileToWrite> const& files);

}  // namespace lacuna::cli
