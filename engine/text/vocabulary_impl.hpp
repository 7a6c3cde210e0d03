// The inside of a Vocabulary, for the tokeniser, which looks every word of a text up.
#pragma once

#include <bitset>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/number.hpp"
#include "text/surface_table.hpp"
#include "text/vocabulary.hpp"

struct sb_stemmer;

namespace lacuna::text {

struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const noexcept;
};

struct Vocabulary::Impl {
    Impl(std::string of_language, Respellings respellings);

    // The id of a word, which is made when it is new. `key` is surface_key(surface).
    [[nodiscard]] WordId word(std::string_view surface, SurfaceKey key) {
        auto const found = surfaces.find(surface, key);
        return found != SurfaceTable::absent ? WordId(found) : learn(surface);
    }
    [[nodiscard]] bool decimal_comma() const { return language != "en"; }

    std::string language;
    SurfaceTable surfaces;                   // every spelling met, in any case, to its word
    std::vector<WordInfo> words;             // by WordId
    std::deque<std::string> word_spellings;  // by WordId, folded
    SurfaceTable stem_table;
    std::deque<std::string> stem_spellings;  // by StemId
    NumberWords const* numbers = nullptr;    // of the language; fetched at the first word that is no digit
    MonthWords const* months = nullptr;      // the same
    Respellings spellings;                   // in lower case, the first that fits is taken
    std::bitset<256> respelt_begins, respelt_ends;  // bytes with which what they are about begins, or ends
    std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer;

  private:
    [[nodiscard]] WordId learn(std::string_view surface);
    [[nodiscard]] WordId add(std::string const& lower, std::string const& folded);
    [[nodiscard]] std::string respelt(std::string const& lower) const;
    [[nodiscard]] bool may_be_respelt(std::string const& lower) const;
    [[nodiscard]] StemId stem_of(std::string const& lower);
    void read_number(WordInfo& info, std::string const& folded);
};

struct VocabularyAccess {
    using Impl = Vocabulary::Impl;
    [[nodiscard]] static Vocabulary::Impl& of(Vocabulary& vocabulary) { return *vocabulary.impl_; }
};

}  // namespace lacuna::text
