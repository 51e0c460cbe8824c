#include "tests/journey/reviews.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace neuroscribe::test {
namespace {

constexpr std::array<std::string_view, 8> kFoods{"bread",  "cheese", "apple", "chocolate",
                                                 "coffee", "soup",   "rice",  "honey"};
constexpr std::array<std::string_view, 16> kThings{"camera", "blanket", "lamp",   "keyboard", "jacket", "guitar",
                                                   "clock",  "mirror",  "bottle", "backpack", "pillow", "novel",
                                                   "puzzle", "printer", "basket", "umbrella"};
constexpr std::array<std::string_view, 8> kQualities{"excellent", "disappointing", "cheap",   "wonderful",
                                                     "broken",    "surprising",    "strange", "lovely"};
constexpr std::array<std::string_view, 4> kPlaces{"the garden", "our kitchen", "the office", "a small hotel"};
constexpr std::array<std::string_view, 5> kTimes{"last week", "yesterday", "in summer", "before the holidays",
                                                 "two months ago"};

/// A stream of choices that differs from sentence to sentence.
class Choices {
public:
    explicit Choices(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::size_t next(std::size_t below) {
        m_state ^= m_state >> 29;
        m_state *= 0xBF58476D1CE4E5B9ULL;
        return (m_state >> 33) % below;
    }
    template <class Words>
    std::string of(const Words& words) {
        return std::string(words[next(words.size())]);
    }

private:
    std::uint64_t m_state;
};

std::string written(int number) {
    Choices choices(static_cast<std::uint64_t>(number));
    const bool food = choices.next(4) == 0;
    const bool place = choices.next(3) == 0;
    std::string line = "I bought this " + choices.of(kQualities) + " " +
                       (food ? choices.of(kFoods) : choices.of(kThings)) + " " + choices.of(kTimes);
    line += place ? " and use it every day in " + choices.of(kPlaces) : " and have told all of my friends about it";
    line += ", order number " + std::to_string(number) + " from this seller.;shop " + std::to_string(choices.next(3)) +
            ";" + (food ? "1" : "0") + ";";
    return line + (number % 7 == 0 ? "" : place ? "yes" : "no") + "\n";
}

} // namespace

std::string writtenReviews(int count) {
    std::string file = "opinion;shop;food;place\n";
    for (int number = 0; number < count; ++number)
        file += written(number);
    file += "Too short.;shop 0;0;no\n";
    file += "Dieses Buch hat mir sehr gut gefallen und ich habe es schon meinen Freunden geschenkt.;shop 0;0;no\n";
    return file + written(0);
}

} // namespace neuroscribe::test
