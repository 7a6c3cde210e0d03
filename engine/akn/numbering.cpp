#include "akn/numbering.hpp"

#include <algorithm>

namespace lacuna::akn {
namespace {

[[nodiscard]] bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Goes over runs of letters, digits and inner hyphens. Signs such as § and ° and dashes are multibyte but no
// letters.
class Words {
  public:
    explicit Words(std::string_view num) : num_(num) {}
    // Empty when there is none left.
    [[nodiscard]] std::string_view next() {
        while (at_ < num_.size() && !in_word(at_)) at_ += std::max(std::size_t{1}, sign_at(at_));
        auto const begin = at_ = std::min(at_, num_.size());
        while (at_ < num_.size() && (in_word(at_) || hyphen_at(at_))) ++at_;
        return num_.substr(begin, at_ - begin);
    }

  private:
    // The length of the sign that begins there; 0 when it is none.
    [[nodiscard]] std::size_t sign_at(std::size_t at) const {
        auto const rest = num_.substr(at);
        if (rest.starts_with("\xC2")) return 2;       // §, °, no-break space
        return rest.starts_with("\xE2\x80") ? 3 : 0;  // dashes and quotation marks
    }
    [[nodiscard]] bool in_word(std::size_t at) const {
        return (is_digit(num_[at]) || is_letter(num_[at])) && sign_at(at) == 0;
    }
    [[nodiscard]] bool hyphen_at(std::size_t at) const {
        return num_[at] == '-' && at + 1 < num_.size() && (is_digit(num_[at + 1]) || is_letter(num_[at + 1]));
    }

    std::string_view num_;
    std::size_t at_ = 0;
};

}  // namespace

std::string number_for_id(std::string_view num) {
    Words words(num);
    std::string_view last;
    for (auto word = words.next(); !word.empty(); word = words.next()) {
        last = word;
        if (std::none_of(word.begin(), word.end(), is_digit)) continue;
        // "211 bis": a short word right behind belongs to the number.
        constexpr std::size_t longest_suffix = 9;
        auto const suffix = words.next();
        bool const belongs = suffix.size() <= longest_suffix && is_digit(word.back()) && words.next().empty();
        return belongs ? std::string(word).append(suffix) : std::string(word);
    }
    return std::string(last);
}

}  // namespace lacuna::akn
