#include "support/shell.hpp"

#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>

namespace lacuna::test {

Printed shell(std::string const& line) {
    auto* pipe = ::popen(line.c_str(), "r");
    REQUIRE(pipe != nullptr);
    Printed printed;
    std::array<char, 4096> buffer{};
    while (auto const got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        printed.text.append(buffer.data(), got);
    auto const status = ::pclose(pipe);
    if (WIFEXITED(status)) printed.exit = WEXITSTATUS(status);
    return printed;
}

Printed shell_in(std::filesystem::path const& folder, std::string const& line) {
    return shell("cd '" + folder.string() +
                 "' && exec 2>&1 </dev/null && env -u LACUNA_RULES -u NO_COLOR PATH=\"" + LACUNA_BINARY_DIR +
                 ":$PATH\" ROOT='" + LACUNA_SOURCE_DIR + "' LC_ALL=C sh -c '" + line + "'");
}

}  // namespace lacuna::test
