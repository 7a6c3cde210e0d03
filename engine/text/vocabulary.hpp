// The words of one language: each distinct spelling in lower case has a WordId, and each stem a StemId. Stems
// and spellings are folded: case and accents are taken away (ICU); stemming is Snowball's and happens once
// for each distinct word, while it still has its accents. A Vocabulary that learns words belongs to one
// thread at a time; ids are internal and never reach output.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"

namespace lacuna::text {

using WordId = Id<struct WordTag>;
using StemId = Id<struct StemTag>;

struct WordInfo {
    StemId stem;
    double number =
        -1;  // value when the word is a number in digits or in words of the language; -1 otherwise
    bool number_multiplies = false;  // "hundred", "thousand"
    std::uint8_t number_joins = 0;   // NumberWord::Joins: the "and" of "two hundred and five"
    std::uint8_t month = 0;          // 1 to 12: the word names a month
};

// A word as it may be spelt, and as which it is read: whole, or with '*' as its beginning or its end.
using Respellings = std::vector<std::pair<std::string, std::string>>;

class Vocabulary {
  public:
    explicit Vocabulary(std::string language, Respellings const& respellings = {});
    ~Vocabulary();
    Vocabulary(Vocabulary&&) noexcept;
    Vocabulary& operator=(Vocabulary&&) noexcept;

    // A copy with the same ids, for another thread to go on from.
    [[nodiscard]] Vocabulary clone() const;
    [[nodiscard]] std::string const& language() const;
    // The id of a word as it stands in text (any case, accents); makes it if it is new.
    [[nodiscard]] WordId word(std::string_view surface);
    [[nodiscard]] StemId stem(std::string_view surface) { return info(word(surface)).stem; }
    [[nodiscard]] WordInfo const& info(WordId id) const;
    [[nodiscard]] std::string_view spelling(WordId id) const;  // folded
    [[nodiscard]] std::string_view spelling(StemId id) const;
    [[nodiscard]] std::size_t words() const;
    [[nodiscard]] std::size_t stems() const;

  private:
    friend struct VocabularyAccess;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The words of a phrase, divided as the words of a text are.
[[nodiscard]] std::vector<WordId> words_of(std::string_view phrase, Vocabulary& vocabulary);

// Case and accents away; hyphens and apostrophes become blanks. "Système d'information" -> "systeme d
// information".
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace lacuna::text
