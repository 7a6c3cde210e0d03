// The words of one language: each distinct folded spelling has a WordId, and each stem a StemId. Folding
// takes case and accents away (ICU); stemming is Snowball's and happens once for each distinct word. One
// Vocabulary belongs to one thread at a time; ids are internal and never reach output.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
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
};

class Vocabulary {
  public:
    explicit Vocabulary(std::string language);
    ~Vocabulary();
    Vocabulary(Vocabulary&&) noexcept;
    Vocabulary& operator=(Vocabulary&&) noexcept;

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
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Case and accents away; hyphens and apostrophes become blanks. "Système d'information" -> "systeme d
// information".
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace lacuna::text
