// The whole program with its arguments, in this process.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace lacuna::test {

struct Ran {
    int code = 0;
    std::string out, err;
};

inline Ran run_lacuna(std::vector<std::string> const& arguments) {
    std::vector<char const*> argv{"lacuna"};
    for (auto const& one : arguments) argv.push_back(one.c_str());
    std::ostringstream out, err;
    auto const code = cli::run(static_cast<int>(argv.size()), argv.data(), out, err, {});
    return {code, out.str(), err.str()};
}

}  // namespace lacuna::test
