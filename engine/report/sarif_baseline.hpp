// An earlier SARIF report, as far as a later one is held against it: what each result was, by a fingerprint
// that no line number and no wording enters.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lacuna::report {

inline constexpr char const* identity_key = "lacunaIdentity/v1";
inline constexpr char const* state_key = "lacunaState/v1";

[[nodiscard]] std::string obligation_key(std::string_view country, std::string_view instrument,
                                         std::string_view obligation);

struct Baseline {
    bool given = false;
    std::map<std::string, std::string> results;  // identity -> state
    // "new", "unchanged" or "updated".
    [[nodiscard]] std::string state_of(std::string const& identity, std::string const& state) const;
};

// False when the bytes are no SARIF of this program.
[[nodiscard]] bool read_baseline(std::string_view bytes, Baseline& baseline);

}  // namespace lacuna::report
