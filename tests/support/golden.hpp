// Golden files: a case is a directory; what the code gives must equal the file beside the input. Run the
// tests with LACUNA_UPDATE_GOLDEN=1 to write the files anew, then read the difference before committing it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lacuna::test {

// tests/golden/<room>, and the case directories or files in it, sorted.
[[nodiscard]] std::filesystem::path golden_root();
[[nodiscard]] std::vector<std::filesystem::path> golden_cases(std::string const& room,
                                                              std::string const& extension);
// Compares with the golden file, or writes it; a difference fails the running test and shows the first line
// that differs.
void check_golden(std::filesystem::path const& golden, std::string const& actual);
[[nodiscard]] std::string slurp(std::filesystem::path const& path);

}  // namespace lacuna::test
