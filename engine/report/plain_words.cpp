#include "report/plain_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/clean.hpp"

namespace lacuna::report {

namespace {

// A word of the rule language that says how conditions stand to each other, as a reader would say it.
[[nodiscard]] std::string plain_link(std::string_view word) {
    for (std::string_view const link : {"near/", "before/"})
        if (word.starts_with(link))
            return fmt::format("{} {} words {}", link == "near/" ? "within" : "at most",
                               word.substr(link.size()), link == "near/" ? "of" : "before");
    return {};
}

[[nodiscard]] bool is_of_a_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
}

// "no a in passage; no b in passage; no a in passage": each once, of alternatives that fail alike.
[[nodiscard]] std::string without_repeats(std::string_view text) {
    constexpr std::string_view between = "; ";
    std::vector<std::string_view> parts;
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        auto const end = std::min(text.find(between, at), text.size());
        auto const part = text.substr(at, end - at);
        bool const again =
            part.starts_with("no ") && std::find(parts.begin(), parts.end(), part) != parts.end();
        if (!again) out += (parts.empty() ? "" : between), out += part;
        parts.push_back(part);
        at = end + between.size();
    }
    return out;
}

}  // namespace

Glosses glosses_of(program::Catalogue const& catalogue) {
    Glosses glosses;
    auto const& names = catalogue.concept_names;
    for (std::size_t row = 0; row < names.size(); ++row)
        if (names[row].find('-') != std::string::npos)
            glosses.emplace(names[row], clean(program::unquoted(catalogue.concept_titles[row])));
    return glosses;
}

std::string plain_reason(ObligationRow const& row) {
    return row.plain.empty() ? in_plain_words(row.reason) : row.plain;
}

std::string in_plain_words(std::string_view reason, Glosses const& glosses) {
    // A sentence about places and titles; rule words only follow this.
    constexpr std::string_view before_rules = " and fails at ";
    auto const at = reason.find(before_rules);
    if (at == std::string_view::npos) return std::string(reason);
    auto const condition = reason.substr(at + before_rules.size());
    auto const sentence = std::string(reason.substr(0, at));
    // Of an exclusion that is more than a name the reader of a sentence has nothing: what is set apart is
    // seen.
    bool const set_apart = condition.starts_with("unless: ") || condition.ends_with(" is there");
    if (set_apart && condition.find('(') != std::string_view::npos && !condition.starts_with("needs: "))
        return sentence +
               ", but the rules set it apart as another matter: the law would have to say what is "
               "asked in a provision on it";
    auto const why = without_repeats(condition_in_plain_words(condition, glosses));
    // That something is there names nothing that is missing.
    return condition.starts_with("unless: ")
               ? fmt::format("{}, but: {}; the law would have to say what is asked apart from that", sentence,
                             why)
               : sentence + ", but: " + why;
}

std::string condition_in_plain_words(std::string_view reason, Glosses const& glosses) {
    // Which part of a measure failed is for its author; that it was set apart is for every reader.
    for (std::string_view const part : {"needs: ", "gate: "})
        if (reason.starts_with(part)) reason.remove_prefix(part.size());
    std::string out;
    if (constexpr std::string_view part = "unless: "; reason.starts_with(part)) {
        reason.remove_prefix(part.size());
        out = "set apart by ";
    }
    for (std::size_t at = 0; at < reason.size();) {
        if (reason.substr(at).starts_with("“")) {  // words of the law
            auto const end = std::min(reason.find("”", at), reason.size() - 3) + 3;
            out += reason.substr(at, end - at);
            at = end;
            continue;
        }
        auto end = at;
        while (end < reason.size() && is_of_a_name(reason[end])) ++end;
        bool const whole_word = end > at && reason[at] >= 'a' && reason[at] <= 'z';
        if (!whole_word) {
            out += reason.substr(at, std::max(end, at + 1) - at);
            at = std::max(end, at + 1);
            continue;
        }
        auto word = std::string(reason.substr(at, end - at));
        if (auto link = plain_link(word); !link.empty()) {
            out += link;
        } else if (auto const gloss = glosses.find(word); gloss != glosses.end()) {
            out += "‘" + gloss->second + "’";
        } else if (word.find('-') != std::string::npos && word.back() != '-') {
            std::replace(word.begin(), word.end(), '-', ' ');
            out += "‘" + word + "’";
        } else {
            out += word;
        }
        at = end;
    }
    return out;
}

}  // namespace lacuna::report
