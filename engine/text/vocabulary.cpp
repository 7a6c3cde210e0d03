#include "text/vocabulary.hpp"

#include <libstemmer.h>
#include <utility>

#include "text/fold.hpp"
#include "text/language_table.hpp"
#include "text/vocabulary_impl.hpp"

namespace lacuna::text {
namespace {

[[nodiscard]] bool begins_with_digit(std::string_view word) {
    return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

[[nodiscard]] sb_stemmer* open_stemmer(std::string const& language) {
    auto const* row = language_row(language);
    return row ? sb_stemmer_new(std::string(row->stemmer).c_str(), nullptr) : nullptr;
}

}  // namespace

void StemmerDeleter::operator()(sb_stemmer* stemmer) const noexcept {
    sb_stemmer_delete(stemmer);
}

Vocabulary::Impl::Impl(std::string of_language)
    : language(std::move(of_language)), stemmer(open_stemmer(language)) {}

// Every spelling of a word points to the word of its lower-case spelling.
WordId Vocabulary::Impl::learn(std::string_view surface) {
    auto const lower = lower_case(surface);
    if (lower == surface) return add(lower, without_accents(lower));
    auto const known = surfaces.find(lower);
    auto const id = known != SurfaceTable::absent ? WordId(known) : add(lower, without_accents(lower));
    surfaces.insert(surface, id.value);
    return id;
}

// Stemmers need the accents ("interceptación" loses its ending, "interceptacion" does not), so that a word
// with accents is a word of its own, and its stem is folded afterwards.
WordId Vocabulary::Impl::add(std::string const& lower, std::string const& folded) {
    WordInfo info;
    info.stem = stem_of(lower);
    if (folded != lower) {
        auto const known = surfaces.find(folded);
        info.plain = known != SurfaceTable::absent ? WordId(known) : add(folded, folded);
    }
    read_number(info, folded);
    WordId const id(words.size());
    if (folded == lower) info.plain = id;
    words.push_back(info);
    word_spellings.push_back(folded);
    surfaces.insert(lower, id.value);
    return id;
}

StemId Vocabulary::Impl::stem_of(std::string const& lower) {
    std::string stem = lower;
    if (stemmer && !begins_with_digit(lower)) {
        auto const* const bytes = sb_stemmer_stem(
            stemmer.get(), reinterpret_cast<sb_symbol const*>(lower.data()), static_cast<int>(lower.size()));
        if (bytes)
            stem.assign(reinterpret_cast<char const*>(bytes),
                        static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
    }
    stem = without_accents(stem);
    auto const known = stem_table.find(stem);
    if (known != SurfaceTable::absent) return StemId(known);
    StemId const id(stem_spellings.size());
    stem_table.insert(stem, id.value);
    stem_spellings.push_back(std::move(stem));
    return id;
}

void Vocabulary::Impl::read_number(WordInfo& info, std::string const& folded) {
    if (begins_with_digit(folded)) {
        auto const digits = read_digits(folded, decimal_comma());
        if (digits.length == folded.size()) info.number = digits.value;
        return;
    }
    if (!numbers) numbers = &number_words(language);
    auto const found = numbers->find(folded);
    if (found == numbers->end()) return;
    info.number = found->second.value;
    info.number_multiplies = found->second.multiplies;
}

Vocabulary::Vocabulary(std::string language) : impl_(std::make_unique<Impl>(std::move(language))) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

Vocabulary Vocabulary::clone() const {
    Vocabulary copy(impl_->language);
    copy.impl_->surfaces = impl_->surfaces;
    copy.impl_->words = impl_->words;
    copy.impl_->word_spellings = impl_->word_spellings;
    copy.impl_->stem_table = impl_->stem_table;
    copy.impl_->stem_spellings = impl_->stem_spellings;
    copy.impl_->numbers = impl_->numbers;
    return copy;
}

std::string const& Vocabulary::language() const {
    return impl_->language;
}

WordId Vocabulary::word(std::string_view surface) {
    return impl_->word(surface, surface_key(surface));
}

WordInfo const& Vocabulary::info(WordId id) const {
    return impl_->words[id.index()];
}

std::string_view Vocabulary::spelling(WordId id) const {
    return impl_->word_spellings[id.index()];
}

std::string_view Vocabulary::spelling(StemId id) const {
    return impl_->stem_spellings[id.index()];
}

std::size_t Vocabulary::words() const {
    return impl_->words.size();
}

std::size_t Vocabulary::stems() const {
    return impl_->stem_spellings.size();
}

}  // namespace lacuna::text
