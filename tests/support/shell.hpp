// Commands as a user types them: what they print, and how they end.
#pragma once

#include <filesystem>
#include <string>

namespace lacuna::test {

struct Printed {
    std::string text;  // standard output, and standard error where the command joins them
    int exit = -1;     // -1: it did not end by itself
};
// Runs a line in the shell. The test fails when the shell cannot be started.
[[nodiscard]] Printed shell(std::string const& line);
// The same in a folder, with the program just built as `lacuna`, the checkout as $ROOT, no settings of the
// user, and both streams as one text.
[[nodiscard]] Printed shell_in(std::filesystem::path const& folder, std::string const& line);

}  // namespace lacuna::test
