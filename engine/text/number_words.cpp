#include <unicode/rbnf.h>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "text/number.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::text {
namespace {

using Words = std::vector<std::string>;

[[nodiscard]] Words split(std::string const& text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// One way of a language to count: "%spellout-cardinal-feminine".
class Speller {
  public:
    Speller(icu::RuleBasedNumberFormat const& format, icu::UnicodeString rules)
        : format_(format), rules_(std::move(rules)) {}

    [[nodiscard]] Words spell(double value) const {
        icu::UnicodeString text;
        icu::FieldPosition position;
        UErrorCode error = U_ZERO_ERROR;
        format_.format(value, rules_, text, position, error);
        std::string words;
        text.toUTF8String(words);
        bool const digits = words.find_first_of("0123456789") != std::string::npos;
        return U_FAILURE(error) || digits ? Words{} : split(fold(words));
    }

  private:
    icu::RuleBasedNumberFormat const& format_;
    icu::UnicodeString rules_;
};

[[nodiscard]] bool counts(icu::UnicodeString const& rules) {
    return rules.startsWith(u"%spellout-cardinal") || rules == icu::UnicodeString(u"%spellout-numbering");
}

void add(NumberWords& words, std::string const& word, double value, bool multiplies) {
    auto const [row, made] = words.try_emplace(word, NumberWord{value, multiplies});
    if (!made && row->second.value == value) row->second.multiplies |= multiplies;
}

// "two thousand" names the thousand, and so does "zwei|tausend".
void add_scale(NumberWords& words, Speller const& speller, double scale) {
    for (int times : {1, 2, 5}) {
        auto const spelled = speller.spell(times * scale);
        auto const counted = speller.spell(times);
        if (spelled.empty() || counted.size() != 1) continue;
        auto const& last = spelled.back();
        if (spelled.size() == 2 && spelled[0] == counted[0])
            add(words, last, scale, true);
        else if (spelled.size() == 2 && last == counted[0])  // "elfu mbili": the scale comes first
            add(words, spelled[0], scale, true);
        else if (spelled.size() == 1)
            add(words, last, times * scale, false);
        bool const joined = spelled.size() == 1 && times > 1 && last.starts_with(counted[0]);
        if (joined && last.size() > counted[0].size() + 2)
            add(words, last.substr(counted[0].size()), scale, true);
    }
}

[[nodiscard]] std::unique_ptr<NumberWords const> make(std::string const& code) {
    auto words = std::make_unique<NumberWords>();
    UErrorCode error = U_ZERO_ERROR;
    auto const* const locale = code == "no" ? "nb" : code.c_str();
    icu::RuleBasedNumberFormat const format(icu::URBNF_SPELLOUT, icu::Locale(locale), error);
    if (U_FAILURE(error)) return words;
    for (std::int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
        auto const rules = format.getRuleSetName(i);
        if (!counts(rules)) continue;
        Speller const speller(format, rules);
        for (int value = 0; value < 100; ++value)
            if (auto const spelled = speller.spell(value); spelled.size() == 1)
                add(*words, spelled[0], value, false);
        for (double const scale : {1e2, 1e3, 1e6, 1e9}) add_scale(*words, speller, scale);
    }
    return words;
}

}  // namespace

NumberWords const& number_words(std::string_view code) {
    static std::mutex guard;
    static std::map<std::string, std::unique_ptr<NumberWords const>, std::less<>> made;
    std::lock_guard const lock(guard);
    auto found = made.find(code);
    if (found == made.end()) found = made.emplace(std::string(code), make(std::string(code))).first;
    return *found->second;
}

}  // namespace lacuna::text
